import { countryName } from '@/domain/organisations/countries'
import { parseAmount } from '@/lib/money'
import { countWords } from './count-words'
import { cellName, type DraftContent, keepAsked, type Row } from './rules'
import type { Question, RowsQuestion, Section } from './sections'

/** Answers of a completed section in their frozen form: amounts are cents as text, dates ISO days. */
export type FrozenContent = Record<string, string | Row[]>

export type Circumstances = {
  /** Milestones lie after this day of the round: nobody can launch a name before its result is known. */
  resultsAt: Date
}

export type CheckedSection =
  | { complete: true; content: FrozenContent }
  /** Sentences by the name of the form's field. */
  | { complete: false; problems: Record<string, string> }

/** Whether a section is complete; its frozen answers, or a sentence for each field that is not right (R5.1). */
export function checkSection(
  section: Section,
  draft: DraftContent,
  circumstances: Circumstances,
): CheckedSection {
  const content = keepAsked(section.questions, draft)
  const problems: Record<string, string> = {}
  const frozen: FrozenContent = {}
  for (const question of section.questions) {
    const explained = section.questions.some(
      (asked) => asked.kind === 'choice' && asked.explainOn && content[asked.id] === asked.explainOn,
    )
    const required = question.required || (question.id === 'explain' && explained)
    frozen[question.id] =
      question.kind === 'rows'
        ? checkRows(question, content[question.id] as Row[], circumstances, problems)
        : checkAnswer(question, content[question.id] as string, required, problems)
  }
  return Object.keys(problems).length === 0
    ? { complete: true, content: frozen }
    : { complete: false, problems }
}

/** The amounts of a section that cannot be read: wrong whether or not it is completed. Sentences by field. */
function unreadAmounts(section: Section, draft: DraftContent): Record<string, string> {
  const content = keepAsked(section.questions, draft)
  const typed = section.questions.flatMap((question): [string, string][] => {
    if (question.kind === 'money') return [[question.id, content[question.id] as string]]
    if (question.kind !== 'rows') return []
    return question.columns
      .filter(({ kind }) => kind === 'money')
      .flatMap(({ id }) =>
        (content[question.id] as Row[]).map((row, index): [string, string] => [
          cellName(question.id, index, id),
          row[id] ?? '',
        ]),
      )
  })
  return Object.fromEntries(
    typed.flatMap(([name, text]) => {
      const amount = text.trim() === '' ? undefined : parseAmount(text)
      return amount && !amount.ok ? [[name, amount.message]] : []
    }),
  )
}

/** What is to be put right before going on: everything once it is declared complete, before that what nobody can read. */
export function problemsOf(
  section: Section,
  draft: { content: DraftContent; completed: boolean },
  circumstances: Circumstances,
): Record<string, string> {
  if (!draft.completed) return unreadAmounts(section, draft.content)
  const checked = checkSection(section, draft.content, circumstances)
  return checked.complete ? {} : checked.problems
}

function checkAnswer(
  question: Exclude<Question, RowsQuestion>,
  answer: string,
  required: boolean,
  problems: Record<string, string>,
): string {
  const text = answer.trim()
  if (text === '') {
    if (required) problems[question.id] = missingSentence(question)
    return ''
  }
  if (question.kind === 'money') return checkAmount(question.id, text, problems)
  if (question.kind === 'choice' && !question.options.some(({ value }) => value === text))
    problems[question.id] = 'Choose one of the answers.'
  if (question.kind === 'text' || question.kind === 'markdown') {
    const words = countWords(text)
    if (words > question.words)
      problems[question.id] =
        `${question.label}: use at most ${question.words} words; this has ${words.toLocaleString('en')}.`
  }
  return text
}

function missingSentence(question: Exclude<Question, RowsQuestion>): string {
  if (question.kind === 'confirm') return `Confirm this to go on: ${question.label}.`
  if (question.kind === 'choice') return 'Choose one of the answers.'
  if (question.kind === 'money') return 'Enter an amount in US dollars.'
  return `Write something under “${question.label}”.`
}

function checkAmount(name: string, text: string, problems: Record<string, string>): string {
  const amount = parseAmount(text)
  if (!amount.ok) problems[name] = amount.message
  else if (amount.minor === 0n) problems[name] = 'Enter an amount above zero.'
  return amount.ok ? amount.minor.toString() : ''
}

function checkRows(
  question: RowsQuestion,
  rows: Row[],
  circumstances: Circumstances,
  problems: Record<string, string>,
): Row[] {
  if (rows.length === 0 && question.required)
    problems[cellName(question.id, 0, question.columns[0]!.id)] = `Add at least one ${question.row}.`
  if (rows.length > question.most)
    problems[cellName(question.id, question.most, question.columns[0]!.id)] =
      `Use at most ${question.most} rows.`
  return rows.map((row, index) =>
    Object.fromEntries(
      question.columns.map((column) => {
        const name = cellName(question.id, index, column.id)
        const text = row[column.id]!.trim()
        if (text === '') problems[name] = `Row ${index + 1}: enter ${column.missing}.`
        else if (column.kind === 'money') return [column.id, checkAmount(name, text, problems)]
        else if (column.kind === 'country' && !countryName(text))
          problems[name] = `Row ${index + 1}: choose the country from the list.`
        else if (column.kind === 'date') checkDate(name, text, circumstances, problems)
        return [column.id, text]
      }),
    ),
  )
}

function checkDate(
  name: string,
  text: string,
  { resultsAt }: Circumstances,
  problems: Record<string, string>,
): void {
  const day = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ? new Date(`${text}T00:00:00Z`) : undefined
  if (!day || Number.isNaN(day.getTime()) || !day.toISOString().startsWith(text))
    problems[name] = 'Enter a date such as 2027-01-29.'
  else if (text <= resultsAt.toISOString().slice(0, 10))
    problems[name] = `Choose a date after the results of the round, ${resultsAt.toISOString().slice(0, 10)}.`
  else if (day.getTime() > resultsAt.getTime() + 10 * 366 * 86_400_000)
    problems[name] = 'Choose a date within ten years.'
}
