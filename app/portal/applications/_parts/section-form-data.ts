import { taskOrder } from '@/domain/applications/list-tasks'
import { type DraftContent, readSectionForm } from '@/domain/plans/rules'
import type { SavedDraft } from '@/domain/plans/save-draft'
import { isSectionId, type Section, sections } from '@/domain/plans/sections'

/** Long sections ask whether they are completed; short ones are when they are sent. */
export function asksForCompletion(section: Section): boolean {
  return section.questions.some(({ kind }) => kind === 'markdown' || kind === 'rows')
}

/** What a section's form asks the operation to save. */
export function draftOfForm(form: FormData) {
  const id = String(form.get('section') ?? '')
  const section = isSectionId(id) ? sections[id] : undefined
  const content = section ? readSectionForm(section.questions, form) : {}
  const intent = String(form.get('intent') ?? '')
  const [verb, question = '', row] = intent.split(':')
  if (verb === 'remove') removeRow(content, question, Number(row))
  return {
    applicationId: String(form.get('applicationId') ?? ''),
    section: id,
    version: Number(form.get('version') ?? 0),
    content,
    ...(section && { completed: isCompleted(section, form, verb) }),
  }
}

function isCompleted(section: Section, form: FormData, verb: string | undefined): boolean | undefined {
  if (verb === 'continue' && !asksForCompletion(section)) return true
  if (verb !== 'continue' && verb !== 'later') return undefined
  return asksForCompletion(section) ? form.get('completed') === 'yes' : undefined
}

function removeRow(content: DraftContent, question: string, row: number): void {
  const rows = content[question]
  if (Array.isArray(rows)) content[question] = rows.filter((_, index) => index !== row)
}

/** Where a saved section leads: to its problems, to the next task, or back to the list. */
export function nextOfSection(saved: SavedDraft, form: FormData): string {
  const home = `/portal/applications/${form.get('applicationId')}`
  const section = String(form.get('section'))
  const [verb, question] = String(form.get('intent') ?? '').split(':')
  const here = `${home}/sections/${section}`
  if (verb === 'later') return home
  if (Object.keys(saved.problems).length > 0) return `${here}?problems=1`
  if (verb === 'add') return `${here}?more=${question}#${question}-title`
  if (verb !== 'continue') return here
  const next = taskOrder[taskOrder.indexOf(section as (typeof taskOrder)[number]) + 1]
  if (!next || next === 'submit') return home
  return next === 'registrar' ? `${home}/registrar` : `${home}/sections/${next}`
}
