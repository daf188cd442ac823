import { parseAmount } from '@/lib/money'
import { readCsv } from '@/lib/read-csv'
import { QUARTER } from './quarters'

export type Figures = { quarter: string; revenueMinor: bigint; increments: bigint }
type Problem = { field: 'quarter' | 'revenue' | 'increments'; message: string }

const COLUMNS = ['quarter', 'revenue', 'increments'] as const
const MOST_ROWS = 200
const MOST_TOLD = 5

/** One quarter as typed: US dollars, and increments in digits. */
export function readFigures(typed: Record<(typeof COLUMNS)[number], string>): Figures | Problem[] {
  const quarter = typed.quarter.trim().toUpperCase()
  const amount = parseAmount(typed.revenue)
  const increments = typed.increments.trim().replace(/(?<=\d),(?=\d{3})/g, '')
  const problems: Problem[] = []
  if (!QUARTER.test(quarter) || quarter < '2007Q1')
    problems.push({ field: 'quarter', message: 'Write the quarter as 2013Q2; the fee began with 2007Q1.' })
  if (!amount.ok) problems.push({ field: 'revenue', message: amount.message })
  if (!/^\d{1,15}$/.test(increments))
    problems.push({
      field: 'increments',
      message: 'Enter the annual increments in digits, such as 2,600,040.',
    })
  if (problems.length > 0 || !amount.ok) return problems
  return { quarter, revenueMinor: amount.minor, increments: BigInt(increments) }
}

/**
 * Quarters out of a CSV with the columns `quarter,revenue,increments` in any order (revenue in US dollars). Nothing of a
 * file with a wrong row is taken.
 * @returns the quarters, or one sentence that names the wrong rows by their line
 */
export function readFiguresCsv(csv: string): Figures[] | string {
  const { records, problems } = readCsv(csv)
  if (problems[0]) return `Line ${problems[0].line}: ${problems[0].message}`
  const [head, ...rows] = records
  const names = (head?.record ?? []).map((name) => name.toLowerCase())
  if (COLUMNS.some((column) => !names.includes(column)))
    return 'Begin with a line that names the columns: quarter,revenue,increments.'
  if (rows.length === 0) return 'There is no row below the names of the columns.'
  if (rows.length > MOST_ROWS) return `Record at most ${MOST_ROWS} quarters at once.`
  const cell = (record: string[], column: string) => record[names.indexOf(column)] ?? ''
  const wrong: string[] = []
  const seen = new Map<string, number>()
  const figures = rows.flatMap(({ record, line }) => {
    const [quarter, revenue, increments] = COLUMNS.map((column) => cell(record, column))
    const read = readFigures({ quarter: quarter!, revenue: revenue!, increments: increments! })
    if (Array.isArray(read)) wrong.push(...read.map(({ message }) => `Line ${line}: ${message}`))
    else if (seen.has(read.quarter))
      wrong.push(`Line ${line}: ${read.quarter} stands in line ${seen.get(read.quarter)} already.`)
    if (Array.isArray(read)) return []
    seen.set(read.quarter, line)
    return [read]
  })
  if (wrong.length === 0) return figures
  const more = wrong.length - MOST_TOLD
  return [...wrong.slice(0, MOST_TOLD), ...(more > 0 ? [`And ${more} more.`] : [])].join(' ')
}
