'use server'

import { beginOpening } from '@/domain/sealing/begin-opening'
import { publishKey } from '@/domain/sealing/publish-key'
import { formAction } from '@/lib/form-action'

const toApproval = ({ approvalId }: { approvalId: string }) => `/admin/approvals/${approvalId}`
const text = (form: FormData, name: string) => String(form.get(name) ?? '')

export const askToPublish = formAction(publishKey, {
  input: (form) => ({ roundId: text(form, 'roundId'), ceremony: text(form, 'ceremony') }),
  next: toApproval,
})

export const askToBegin = formAction(beginOpening, {
  input: (form) => ({ roundId: text(form, 'roundId') }),
  next: toApproval,
})
