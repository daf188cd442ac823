import type { Question } from './sections'

/**
 * What is typed into a section, and how it is read out of its form: the same on the server and in the browser.
 *
 * Invariants:
 * - A draft holds the answers as typed, however incomplete; only its size is bounded (R5.2).
 * - Drafts are compared after `keepAsked`, which puts answers in the order of the questions; storage keeps none.
 */

/**
 * The content of one section while it is written: what was typed, as typed, however incomplete. Answers are text; tables
 * are rows of text.
 */
export type Row = Record<string, string>
export type DraftContent = Record<string, string | Row[]>

/** Rows that a table of a form is read to. */
export const MOST_ROWS = 60

/** Keeps what the section asks and drops everything else, so that a draft never carries strange keys. */
export function keepAsked(questions: readonly Question[], content: DraftContent): DraftContent {
  const kept: DraftContent = {}
  for (const question of questions) {
    const value = content[question.id]
    if (question.kind === 'rows') kept[question.id] = Array.isArray(value) ? keepRows(question, value) : []
    else kept[question.id] = typeof value === 'string' ? value : ''
  }
  return kept
}

function keepRows(question: Extract<Question, { kind: 'rows' }>, rows: Row[]): Row[] {
  return rows
    .map((row) => Object.fromEntries(question.columns.map(({ id }) => [id, row[id] ?? ''])))
    .filter((row) => Object.values(row).some((cell) => cell.trim() !== ''))
}

/** The name of a table's cell in the form: `budget.0.amount`. */
export function cellName(question: string, row: number, column: string): string {
  return `${question}.${row}.${column}`
}

/**
 * Reads a section out of its form, on the server and in the browser alike. Empty rows are dropped. Line ends are
 * `\n`: browsers send `\r\n`, which would count as a change.
 */
export function readSectionForm(
  questions: readonly Question[],
  form: { get(name: string): unknown },
): DraftContent {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : ''
  }
  const content: DraftContent = {}
  for (const question of questions) {
    if (question.kind !== 'rows') {
      content[question.id] = text(question.id)
      continue
    }
    const rows: Row[] = []
    for (let row = 0; row < MOST_ROWS; row++)
      rows.push(
        Object.fromEntries(question.columns.map(({ id }) => [id, text(cellName(question.id, row, id))])),
      )
    content[question.id] = rows
  }
  return keepAsked(questions, content)
}

/** Whether two drafts say the same. */
export function sameContent(a: DraftContent, b: DraftContent): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

/** Whether an answer is a word or two rather than a text: it is then shown beside its label. */
export function isShort(text: string): boolean {
  return text.length < 40
}
