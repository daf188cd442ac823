import { cookies } from 'next/headers'
import { limitBy } from '@/app/limit-by'
import { addPasskey } from '@/domain/passkeys/add-passkey'
import { confirmByPasskey } from '@/domain/sessions/confirm-by-passkey'
import { stepUp } from '@/domain/sessions/step-up'
import { confirmTotp } from '@/domain/users/confirm-totp'
import { removeTotp } from '@/domain/users/remove-totp'
import { renewRecoveryCodes } from '@/domain/users/renew-recovery-codes'
import type { Actor } from '@/lib/access/actor'
import { sessionCookieName, sessionCookieOptions } from '@/lib/access/session-cookie'
import { seal, unseal } from '@/lib/secrets'

export const CODES_COOKIE = 'recovery-codes'
export const CODES_PATH = '/account/second-factor/codes'
const TEN_MINUTES = 600

/** Codes and passkeys tried in a session are counted per person, as codes are at sign-in. */
const byPerson = {
  subject: (_input: unknown, actor: Actor) => (actor.kind === 'person' ? actor.userId : 'nobody'),
  limit: 'code',
} as const

export const confirmApp = limitBy(byPerson, async (actor, input) => {
  const answer = await confirmTotp(actor, input)
  if (answer.ok) {
    await keepToken(answer.value.token)
    await keepCodes(answer.value.recoveryCodes)
  }
  return answer
})

export const confirmSession = limitBy(byPerson, async (actor, input) => {
  const answer = await stepUp(actor, input)
  if (answer.ok) await keepToken(answer.value.token)
  return answer
})

export const confirmWithKey = limitBy(byPerson, async (actor, input) => {
  const answer = await confirmByPasskey(actor, input)
  if (answer.ok) await keepToken(answer.value.token)
  return answer
})

export const addKey = limitBy(byPerson, addPasskey)

export const renewCodes = limitBy(byPerson, async (actor, input) => {
  const answer = await renewRecoveryCodes(actor, input)
  if (answer.ok) await keepCodes(answer.value.recoveryCodes)
  return answer
})

export const removeApp = limitBy(byPerson, removeTotp)

async function keepToken(token: string): Promise<void> {
  ;(await cookies()).set(sessionCookieName(), token, { ...sessionCookieOptions(), maxAge: 12 * 60 * 60 })
}

/** The codes travel to the page that shows them in a sealed cookie of ten minutes; the server keeps only hashes. */
async function keepCodes(codes: string[]): Promise<void> {
  const sealed = Buffer.from(seal('recovery-codes', Buffer.from(codes.join(' ')))).toString('base64url')
  ;(await cookies()).set(CODES_COOKIE, sealed, {
    ...sessionCookieOptions(),
    path: CODES_PATH,
    maxAge: TEN_MINUTES,
  })
}

/** The codes that were just made, or none. */
export async function freshCodes(): Promise<string[]> {
  const sealed = (await cookies()).get(CODES_COOKIE)?.value
  if (!sealed) return []
  try {
    return Buffer.from(unseal('recovery-codes', Buffer.from(sealed, 'base64url')))
      .toString()
      .split(' ')
  } catch {
    return []
  }
}
