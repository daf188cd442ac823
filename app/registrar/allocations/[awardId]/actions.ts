'use server'

import { reissueToken } from '@/domain/allocations/reissue-token'
import { formAction } from '@/lib/form-action'
import { readDetails } from './read-details'
import { revealOnce } from './reveal-once'

const text = (form: FormData, name: string) => String(form.get(name) ?? '')

export const reveal = formAction(revealOnce, {
  input: (form) => ({
    awardId: text(form, 'awardId'),
    details: readDetails((name) => text(form, name)),
  }),
  shown: ({ token, command }) => ({ token, command }),
})

export const reissue = formAction(reissueToken, {
  input: (form) => ({ awardId: text(form, 'awardId'), reason: text(form, 'reason') }),
  done: 'The old token has ended. Take over the new one below.',
})
