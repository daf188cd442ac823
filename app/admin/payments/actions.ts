'use server'

import { assignDeposit } from '@/domain/deposits/assign-receipt'
import { assignEntry } from '@/domain/payments/assign-entry'
import { countBankFile } from '@/domain/payments/count-file'
import { recordPayment } from '@/domain/payments/record-payment'
import { refundCredit } from '@/domain/payments/refund-credit'
import { sendBack } from '@/domain/payments/send-back'
import { formAction } from '@/lib/form-action'

const text = (form: FormData, name: string) => String(form.get(name) ?? '')

export const count = formAction(countBankFile, {
  input: (form) => ({ bankFileId: text(form, 'bankFileId') }),
  next: ({ approvalId }) => `/admin/approvals/${approvalId}`,
})

export const record = formAction(recordPayment, {
  input: (form) => ({
    awardId: text(form, 'awardId'),
    amount: text(form, 'amount'),
    bankReference: text(form, 'bankReference'),
    receivedOn: text(form, 'receivedOn'),
  }),
  next: ({ approvalId }) => `/admin/approvals/${approvalId}`,
})

export const assign = formAction(assignEntry, {
  input: (form) => ({
    bankEntryId: text(form, 'bankEntryId'),
    awardId: text(form, 'awardId'),
    reason: text(form, 'reason'),
  }),
  next: ({ approvalId }) => `/admin/approvals/${approvalId}`,
})

export const refund = formAction(refundCredit, {
  input: (form) => ({
    organisationId: text(form, 'organisationId'),
    amount: text(form, 'amount'),
    bankReference: text(form, 'bankReference'),
  }),
  next: ({ approvalId }) => `/admin/approvals/${approvalId}`,
})

export const assignToDeposit = formAction(assignDeposit, {
  input: (form) => ({
    bankEntryId: text(form, 'bankEntryId'),
    applicationId: text(form, 'applicationId'),
    reason: text(form, 'reason'),
  }),
  next: ({ approvalId }) => `/admin/approvals/${approvalId}`,
})

export const giveBack = formAction(sendBack, {
  input: (form) => ({
    bankEntryId: text(form, 'bankEntryId'),
    bankReference: text(form, 'bankReference'),
  }),
  next: ({ approvalId }) => `/admin/approvals/${approvalId}`,
})
