'use server'

import { answerSponsorship } from '@/domain/sponsorships/answer-sponsorship'
import { formAction } from '@/lib/form-action'

const text = (form: FormData, name: string) => String(form.get(name) ?? '')

export const answer = formAction(answerSponsorship, {
  input: (form) => ({
    token: text(form, 'token'),
    answer: text(form, 'answer'),
    name: text(form, 'name'),
    reason: text(form, 'reason'),
  }),
  next: (_result, form) => `/registrar/sponsorship/${encodeURIComponent(text(form, 'token'))}`,
})
