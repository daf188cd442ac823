'use server'

import { removePasskey } from '@/domain/passkeys/remove-passkey'
import { startTotp } from '@/domain/users/start-totp'
import { formAction } from '@/lib/form-action'
import { sameSitePath } from '@/lib/same-site-path'
import { addKey, confirmApp, confirmSession, confirmWithKey, removeApp, renewCodes } from './second-factor'

const answer = (form: FormData) => ({ answer: String(form.get('answer') ?? '') })
const code = (form: FormData) => ({ code: String(form.get('code') ?? '') })

/** To the codes, and from there on to where the person was going. */
const toCodes = (_result: unknown, form: FormData) =>
  `/account/second-factor/codes?next=${encodeURIComponent(sameSitePath(form.get('next')))}`

export const startSetUp = formAction(startTotp, { input: () => ({}), done: 'Now scan the picture.' })
export const confirmSetUp = formAction(confirmApp, { input: code, next: toCodes })
export const renew = formAction(renewCodes, { input: code, next: toCodes })
export const remove = formAction(removeApp, { input: code, next: () => '/sign-in' })
export const confirmThisSession = formAction(confirmSession, {
  input: code,
  next: (_result, form) => sameSitePath(form.get('next')),
})
export const confirmWithPasskey = formAction(confirmWithKey, {
  input: answer,
  next: (_result, form) => sameSitePath(form.get('next')),
})
export const addPasskeyHere = formAction(addKey, {
  input: (form) => ({ name: String(form.get('name') ?? ''), ...answer(form) }),
  done: 'The passkey was added. You can sign in with it from now on.',
})
export const removeOnePasskey = formAction(removePasskey, {
  input: (form) => ({ passkeyId: String(form.get('passkeyId') ?? '') }),
  done: 'The passkey was removed. Every other session has ended.',
})
