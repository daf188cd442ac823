'use server'

import { proveShare } from '@/domain/sealing/prove-share'
import { registerKey } from '@/domain/sealing/register-key'
import { releaseShare } from '@/domain/sealing/release-share'
import { formAction } from '@/lib/form-action'

const text = (form: FormData, name: string) => String(form.get(name) ?? '')

export const register = formAction(registerKey, {
  input: (form) => ({ recipient: text(form, 'recipient'), employer: text(form, 'employer') }),
  done: 'Your key is registered.',
})

export const prove = formAction(proveShare, {
  input: (form) => ({
    keyId: text(form, 'keyId'),
    challenge: text(form, 'challenge'),
    proof: text(form, 'proof'),
  }),
  done: 'Proven. Your share stayed with you.',
})

export const release = formAction(releaseShare, {
  input: (form) => ({ roundId: text(form, 'roundId'), share: text(form, 'share') }),
  done: 'Your share is released.',
})
