import type { ModelContent } from '@/db/schema/qpi'
import { joinListings, type Listed, type Listing } from './join-listings'
import { monthBounds } from './months'
import type { Figure, MarketFigures } from './score-market'
import { transactionColumns } from './transaction-columns'

export type FileRow = { ianaId: number; line: number; name: string; figures: readonly number[] }
export type RowsOfFile = { fileId: string; rows: readonly FileRow[] }

/** What is there of a month: the files that count, by kind. */
export type MonthInputs = {
  period: string
  transactions: RowsOfFile
  usage?: RowsOfFile
  ssl?: RowsOfFile
  dnssec?: RowsOfFile
  renewal?: RowsOfFile
  listings: readonly { fileId: string; feed: string; rows: readonly Listing[] }[]
  /** Undefined: nobody said yet who sponsors the listed domains. */
  holders?: ReadonlyMap<string, number>
}

export type Assembled = {
  market: MarketFigures[]
  /** What whoever reads the scores must know. */
  remarks: string[]
}

const HOUR = 3_600_000
const at = (column: string) => transactionColumns.indexOf(column) - 2
const TOTAL = at('total-domains')
const DELETED = at('deleted-domains-nograce')
const years = (what: 'adds' | 'renews') => Array.from({ length: 10 }, (_, k) => at(`net-${what}-${k + 1}-yr`))
const [ADDS, RENEWS] = [years('adds'), years('renews')]

/**
 * The figures of every registrar of the month’s transactions report (R15.1, R15.3), each with the file and line it stands
 * in. What is not there is null, for nobody 0.
 */
export function assembleFigures(content: ModelContent, inputs: MonthInputs): Assembled {
  const abuse = assembleAbuse(content, inputs)
  const shares = {
    renewal: content.definitions.renewal === 'cohorts' ? byRegistrar(inputs.renewal) : undefined,
    usage: byRegistrar(inputs.usage),
    ssl: byRegistrar(inputs.ssl),
    dnssec: byRegistrar(inputs.dnssec),
  }
  const { fileId, rows } = inputs.transactions
  const market = rows.map((row) => ({
    ianaId: row.ianaId,
    name: row.name,
    domains: row.figures[TOTAL] ?? 0,
    figures: {
      ...abuse.figuresOf(row, fileId),
      renewal:
        content.definitions.renewal === 'cohorts'
          ? shareOf(shares.renewal, row.ianaId)
          : renewalFrom(row, fileId),
      usage: shareOf(shares.usage, row.ianaId),
      ssl: shareOf(shares.ssl, row.ianaId),
      dnssec: shareOf(shares.dnssec, row.ianaId),
      term: termOf(row, fileId, content.definitions.term),
    },
  }))
  return { market, remarks: [...abuse.remarks, ...missingFiles(content, inputs), ...unnamedRows(inputs)] }
}

/** What is there of registrars that the report does not name is counted for nobody, and told. */
function unnamedRows({ transactions, ...inputs }: MonthInputs): string[] {
  const named = new Set(transactions.rows.map(({ ianaId }) => ianaId))
  const told = (['renewal', 'usage', 'ssl', 'dnssec'] as const).flatMap((kind) => {
    const count = inputs[kind]?.rows.filter(({ ianaId }) => !named.has(ianaId)).length ?? 0
    return count > 0 ? [`${kind} ${count}`] : []
  })
  return told.length === 0
    ? []
    : [
        `Rows of registrars that the transactions report does not name, counted for nobody: ${told.join(', ')}.`,
      ]
}

type ByRegistrar = { fileId: string; rows: Map<number, FileRow> } | undefined

const byRegistrar = (file: RowsOfFile | undefined): ByRegistrar =>
  file && { fileId: file.fileId, rows: new Map(file.rows.map((row) => [row.ianaId, row])) }

function shareOf(file: ByRegistrar, ianaId: number): Figure | null {
  const row = file?.rows.get(ianaId)
  const [numerator, denominator] = row?.figures ?? []
  if (!file || !row || numerator === undefined || denominator === undefined) return null
  return { numerator, denominator, fileId: file.fileId, line: row.line }
}

/** A proxy: the report has no column of names that came to their end. */
function renewalFrom({ figures, line }: FileRow, fileId: string): Figure {
  const renewed = RENEWS.reduce((sum, column) => sum + (figures[column] ?? 0), 0)
  return { numerator: renewed, denominator: renewed + (figures[DELETED] ?? 0), fileId, line }
}

function termOf(
  { figures, line }: FileRow,
  fileId: string,
  definition: ModelContent['definitions']['term'],
): Figure {
  let [numerator, denominator, squares] = [0, 0, 0]
  for (let k = 1; k <= 10; k++) {
    const renewed = definition === 'new-and-renewed' ? (figures[RENEWS[k - 1]!] ?? 0) : 0
    const count = (figures[ADDS[k - 1]!] ?? 0) + renewed
    numerator += k * count
    squares += k * k * count
    denominator += count
  }
  return { numerator, denominator, squares, fileId, line }
}

function assembleAbuse({ feeds, definitions, kpis }: ModelContent, inputs: MonthInputs) {
  const remarks: string[] = []
  const missing = feeds.filter((feed) => !inputs.listings.some((listing) => listing.feed === feed))
  if (missing.length > 0)
    remarks.push(`Abuse listings that are not there: ${missing.join(', ')}. Abuse is not measured.`)
  const counted = inputs.listings.filter(({ feed }) => feeds.includes(feed))
  const listed = joinListings(counted).filter((each) => each.class !== 'compromised')
  const named = new Set(inputs.transactions.rows.map(({ ianaId }) => ianaId))
  const unknown = listed.filter(({ domain }) => !named.has(inputs.holders?.get(domain) ?? 0)).length
  const nobodyKnown = listed.length > 0 && !inputs.holders
  if (nobodyKnown)
    remarks.push('Nobody said yet which registrars sponsor the listed names, so abuse is not measured.')
  else if (unknown > 0)
    remarks.push(
      `Listed names whose registrar is not known or not in the report, counted for nobody: ${unknown}.`,
    )
  const isMeasured = missing.length === 0 && !nobodyKnown
  const of = Map.groupBy(listed, ({ domain }) => inputs.holders?.get(domain))
  const target = kpis.find(({ id }) => id === 'abuseTakedown')?.target ?? 0
  const { to } = monthBounds(inputs.period)
  const figuresOf = ({ ianaId, figures, line }: FileRow, fileId: string) => {
    if (!isMeasured) return { abuse: null, abuseTakedown: null }
    const own = of.get(ianaId) ?? []
    const abuse = { numerator: own.length, denominator: figures[TOTAL] ?? 0, fileId, line }
    return { abuse, abuseTakedown: takedownOf(own, to, definitions.noAbuse, target) }
  }
  return { remarks, figuresOf }
}

/** Hours to mitigation; of a name that is still listed, to the end of the month. */
function takedownOf(
  own: readonly Listed[],
  to: Date,
  noAbuse: ModelContent['definitions']['noAbuse'],
  target: number,
): Figure | null {
  const [first] = own
  if (!first) {
    if (noAbuse === 'missing') return null
    const note = 'No malicious name was listed: counts as the target.'
    return { numerator: target, denominator: 1, fileId: null, line: null, note }
  }
  const hours = own.map(({ firstSeenAt, mitigatedAt }) =>
    Math.max(0, ((mitigatedAt ?? to).getTime() - firstSeenAt.getTime()) / HOUR),
  )
  const [at] = first.in
  return {
    numerator: hours.reduce((sum, each) => sum + each, 0),
    denominator: own.length,
    squares: hours.reduce((sum, each) => sum + each * each, 0),
    fileId: at?.fileId ?? null,
    line: at?.line ?? null,
  }
}

function missingFiles({ kpis, definitions }: ModelContent, inputs: MonthInputs): string[] {
  const needed = (['renewal', 'usage', 'ssl', 'dnssec'] as const).filter(
    (kind) =>
      kpis.some(({ id }) => id === kind) && !(kind === 'renewal' && definitions.renewal !== 'cohorts'),
  )
  const missing = needed.filter((kind) => !inputs[kind])
  return missing.length === 0
    ? []
    : [`Files that are not there: ${missing.join(', ')}. Whoever needs them has insufficient data.`]
}
