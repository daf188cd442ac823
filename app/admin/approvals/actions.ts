'use server'

import { refresh } from 'next/cache'
import { decideApproval } from '@/domain/approvals/decide-approval'
import { takeUpRequest } from '@/domain/approvals/take-up-request'
import { withdrawRequest } from '@/domain/approvals/withdraw-request'
import type { Actor } from '@/lib/access/actor'
import { formAction } from '@/lib/form-action'

const text = (form: FormData, name: string) => String(form.get(name) ?? '')
const inbox = () => '/admin/approvals'

/** Who is too late sees at once what became of the request, not a form that decides nothing any more. */
const decideAndLook = async (actor: Actor, input: unknown) => {
  const answer = await decideApproval(actor, input)
  if (!answer.ok && answer.error.code === 'approval.decided') refresh()
  return answer
}

export const decide = formAction(decideAndLook, {
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
