import { fromMarkdown } from 'mdast-util-from-markdown'
import { formatMoney } from '@/lib/money'
import { formatCalendarDay } from '@/lib/time/format-instant'
import type { PlanReading, ReadAnswer } from './read-plan'
import { isShort } from './rules'

type Reading = PlanReading[number]
type Column = Extract<ReadAnswer, { kind: 'rows' }>['columns'][number]

/** Everything that a section of a plan says, in the order of the page: what a citation must be found in. */
export function textOfSection({ heading, answers, added = '' }: Reading): string {
  const shown = answers.flatMap((answer) => [
    answers.length > 1 || isLabelled(answer) ? answer.label : '',
    textOfAnswer(answer) || 'Not provided',
  ])
  return [heading, added, ...shown].join('\n')
}

/** Whether its label stands with an answer even where it is the only one of its section. */
function isLabelled(answer: ReadAnswer): boolean {
  return answer.kind === 'remarked' || (answer.kind === 'text' && isShort(answer.text))
}

function textOfAnswer(answer: ReadAnswer): string {
  if (answer.kind === 'money') return formatMoney(BigInt(answer.minor))
  if (answer.kind === 'remarked') return `${answer.text || 'No answer yet.'}\n${answer.remark}`
  if (answer.kind !== 'rows') return answer.kind === 'text' ? answer.text : textOfMarkdown(answer.text)
  const { columns, rows, total } = answer
  const lines = [
    columns.map(({ label }) => label),
    ...rows.map((row) => columns.map((column) => textOfCell(column, row[column.id] ?? ''))),
    ...(total ? [['Total', plainMoney(total.minor)]] : []),
  ]
  return lines.map((cells) => cells.join(' ')).join('\n')
}

function textOfCell({ kind }: Column, cell: string): string {
  if (kind === 'money') return plainMoney(cell || '0')
  return kind === 'date' ? formatCalendarDay(cell) : cell
}

function plainMoney(minor: string): string {
  return formatMoney(BigInt(minor)).replace('US$', '')
}

type Node = { type: string; value?: string; children?: Node[] }

/** Markdown without its marks, as the page shows it: raw HTML and pictures are left out there, and here. */
function textOfMarkdown(markdown: string): string {
  const walk = ({ type, value, children }: Node): string => {
    if (type === 'html') return ''
    return value ?? (children ?? []).map(walk).join(type === 'root' || type === 'list' ? '\n' : '')
  }
  return walk(fromMarkdown(markdown) as Node)
}
