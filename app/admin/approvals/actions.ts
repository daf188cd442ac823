'use server'

import { decideApproval } from '@/domain/approvals/decide-approval'
import { takeUpRequest } from '@/domain/approvals/take-up-request'
import { withdrawRequest } from '@/domain/approvals/withdraw-request'
import { formAction } from '@/lib/form-action'

const text = (form: FormData, name: string) => String(form.get(name) ?? '')
const inbox = () => '/admin/approvals'

export const decide = formAction(decideApproval, {
  input: (form) => ({
    approvalId: text(form, 'approvalId'),
    decision: text(form, 'decision'),
    typed: text(form, 'typed'),
    reason: text(form, 'reason'),
  }),
  next: (_result, form) => `/admin/approvals/${encodeURIComponent(text(form, 'approvalId'))}`,
})

export const withdraw = formAction(withdrawRequest, {
  input: (form) => ({ approvalId: text(form, 'approvalId') }),
  next: inbox,
})

export const takeUp = formAction(takeUpRequest, {
  input: (form) => ({ approvalId: text(form, 'approvalId') }),
  next: ({ approvalId }) => `/admin/approvals/${encodeURIComponent(approvalId)}`,
})
