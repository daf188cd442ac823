import { countryName } from '@/domain/organisations/countries'
import type { FrozenContent } from './check-section'
import type { Row } from './rules'
import type { Column, Question, RowsQuestion, Section } from './sections'

/** One answer, ready to be shown. Amounts are cents as text, dates ISO days. */
export type ReadAnswer = { id: string; label: string } & (
  | { kind: 'text' | 'markdown'; text: string }
  /** Added later, with when. */
  | { kind: 'remarked'; text: string; remark: string }
  | { kind: 'money'; minor: string }
  | { kind: 'rows'; columns: readonly Column[]; rows: Row[]; total?: { column: string; minor: string } }
)

/** A plan as it is read: sections with their answers, in order. Components render it and ask nothing else. */
export type PlanReading = {
  id: string
  heading: string
  task: string
  answers: ReadAnswer[]
  /** What to know of a section that is no part of the plan as it was submitted. */
  added?: string
}[]

/** The frozen answers of some sections as a reading. An answer that a version does not have is left out. */
export function readPlan(
  content: Record<string, FrozenContent | undefined>,
  wanted: readonly Section[],
): PlanReading {
  return wanted.map(({ id, heading, task, questions }) => ({
    id,
    heading,
    task,
    answers: questions.flatMap((question) => readAnswer(question, content[id]?.[question.id])),
  }))
}

function readAnswer(question: Question, value: string | Row[] | undefined): ReadAnswer[] {
  const { id, label } = question
  if (value === undefined) return []
  if (question.kind === 'rows')
    return Array.isArray(value) ? [{ id, label, kind: 'rows', ...readRows(question, value) }] : []
  const text = String(value)
  if (question.kind === 'money') return [{ id, label, kind: 'money', minor: text || '0' }]
  if (question.kind === 'confirm')
    return [{ id, label, kind: 'text', text: text === '' ? 'Not confirmed' : 'Confirmed' }]
  if (question.kind === 'choice') {
    const chosen = question.options.find((option) => option.value === text)
    return [{ id, label, kind: 'text', text: chosen?.label ?? '' }]
  }
  return [{ id, label, kind: question.kind, text }]
}

function readRows(question: RowsQuestion, answered: Row[]) {
  const { columns, total } = question
  const rows = answered.map((row) => withCountryNames(columns, row))
  if (!total) return { columns, rows }
  const minor = rows.reduce((sum, row) => sum + BigInt(row[total] || '0'), 0n)
  return { columns, rows, total: { column: total, minor: minor.toString() } }
}

/** A country that an older version wrote in words stays as it was. */
function withCountryNames(columns: readonly Column[], row: Row): Row {
  const named = columns
    .filter(({ kind }) => kind === 'country')
    .map(({ id }) => [id, countryName(row[id] ?? '') ?? row[id] ?? ''])
  return { ...row, ...Object.fromEntries(named) }
}
