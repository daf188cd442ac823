import { z } from 'zod'
import type { Question } from './sections'

/**
 * The content of one section while it is written: what was typed, as typed, however incomplete. Answers are text; tables
 * are rows of text. Only its size is bounded (R5.2).
 */
export type Row = Record<string, string>
export type DraftContent = Record<string, string | Row[]>

const MOST_BYTES = 48 * 1024
const LONGEST_TEXT = 20_000
const MOST_ROWS = 60

const Key = z.string().max(40)
const Cell = z.string().max(1000, 'Shorten this to 1,000 characters.')

/** A draft as it is saved: any subset of the answers, bounded in size. */
export const DraftContentInput: z.ZodType<DraftContent> = z
  .record(
    Key,
    z.union([
      z.string().max(LONGEST_TEXT, 'This text is too long to save. Shorten it to 20,000 characters.'),
      z.array(z.record(Key, Cell)).max(MOST_ROWS, 'This table has too many rows to save.'),
    ]),
  )
  .refine((content) => new TextEncoder().encode(JSON.stringify(content)).length <= MOST_BYTES, {
    message: 'This section is too long to save. Shorten it.',
  })

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
