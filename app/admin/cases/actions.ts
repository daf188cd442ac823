'use server'

import { addNote } from '@/domain/cases/add-note'
import { assignCase } from '@/domain/cases/assign-case'
import { decideCase } from '@/domain/cases/decide-case'
import { writeLetter } from '@/domain/cases/write-letter'
import { formAction } from '@/lib/form-action'

const text = (form: FormData, name: string) => String(form.get(name) ?? '')
const backToCase = ({ caseId }: { caseId: string }) => `/admin/cases/${caseId}`

export const assign = formAction(assignCase, {
  input: (form) => ({ caseId: text(form, 'caseId'), userId: text(form, 'userId') }),
  done: 'The officer is told.',
})

export const write = formAction(writeLetter, {
  input: (form) => ({ caseId: text(form, 'caseId'), to: text(form, 'to'), text: text(form, 'text') }),
  done: 'Sent.',
})

export const note = formAction(addNote, {
  input: (form) => ({ caseId: text(form, 'caseId'), note: text(form, 'note'), fileId: text(form, 'fileId') }),
  next: backToCase,
})

export const decide = formAction(decideCase, {
  input: (form) => ({
    caseId: text(form, 'caseId'),
    finding: text(form, 'finding'),
    action: text(form, 'action'),
    reason: text(form, 'reason'),
  }),
  next: ({ approvalId }) => `/admin/approvals/${approvalId}`,
})
