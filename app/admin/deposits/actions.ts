'use server'

import { recordDeposit } from '@/domain/deposits/record-deposit'
import { returnDeposits } from '@/domain/deposits/return-deposits'
import { formAction } from '@/lib/form-action'

const text = (form: FormData, name: string) => String(form.get(name) ?? '')

export const record = formAction(recordDeposit, {
  input: (form) => ({
    roundId: text(form, 'roundId'),
    organisationId: text(form, 'organisationId'),
    kind: text(form, 'kind'),
    amount: text(form, 'amount'),
    bankReference: text(form, 'bankReference'),
    receivedOn: text(form, 'receivedOn'),
  }),
  next: (_waiting, form) => `/admin/deposits/${text(form, 'roundId')}?asked=1`,
})

export const giveBack = formAction(returnDeposits, {
  input: (form) => ({ roundId: text(form, 'roundId'), bankReference: text(form, 'bankReference') }),
  next: ({ approvalId }) => `/admin/approvals/${approvalId}`,
})
