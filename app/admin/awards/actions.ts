'use server'

import { extendAward } from '@/domain/awards/extend-award'
import { offerNext } from '@/domain/awards/offer-next'
import { formAction } from '@/lib/form-action'

const toApproval = ({ approvalId }: { approvalId: string }) => `/admin/approvals/${approvalId}`
const text = (form: FormData, name: string) => String(form.get(name) ?? '')

export const askToExtend = formAction(extendAward, {
  input: (form) => ({
    awardId: text(form, 'awardId'),
    days: /^\d{1,3}$/.test(text(form, 'days').trim()) ? Number(text(form, 'days')) : Number.NaN,
    reason: text(form, 'reason'),
  }),
  next: toApproval,
})

export const askToOfferNext = formAction(offerNext, {
  input: (form) => ({ lotId: text(form, 'lotId') }),
  next: toApproval,
})
