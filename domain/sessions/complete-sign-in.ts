import { z } from 'zod'
import type { Tx } from '@/db/client'
import { holdBidding } from '@/domain/users/hold-bidding'
import { lockToken, spendToken } from '@/domain/users/issue-token'
import { recoveryCodeUsedLetter } from '@/domain/users/letters'
import type { User } from '@/domain/users/read-user'
import { spendRecoveryCode } from '@/domain/users/recovery-codes'
import { spendTotpCode } from '@/domain/users/totp'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { BrowserInput } from './input'
import { openSession } from './open-session'

/**
 * The second step of signing in: the ticket, and a code where an authenticator app is set up. A recovery code stands in
 * for the app once: a letter says so, and bidding is held for a day. Refuses `sign-in.expired`, `sign-in.code-needed`,
 * `totp.wrong-code`.
 */
export const completeSignIn = operation('session.open', {
  input: z.strictObject({
    ticket: z.string().max(100),
    code: z.string().max(40, 'This code is too long.').default(''),
    browser: BrowserInput,
  }),
  async subject(tx, { ticket }) {
    return { held: await lockToken(tx, ticket, ['sign-in']) }
  },
  async run({ tx, at, input, subject: { held } }) {
    if (!held || !(await spendToken(tx, held.token.tokenHash, at))) throw refuse('sign-in.expired')
    const factor = held.user.totpConfirmedAt ? await spendCode(tx, held.user, input.code, at) : undefined
    const heldUntil = factor === 'recovery-code' ? await holdBidding(tx, held.user.id, at) : undefined
    const { session, letters } = await openSession(tx, held.user, {
      assurance: factor ? 2 : 1,
      browser: input.browser,
      at,
    })
    return {
      result: { ...session, timeZone: held.user.timeZone },
      audit: { object: session.sessionId, facts: { person: held.user.pseudonym, factor: factor ?? 'none' } },
      letters: heldUntil ? [...letters, recoveryCodeUsedLetter(held.user, at, heldUntil)] : letters,
    }
  },
})

async function spendCode(tx: Tx, user: User, typed: string, at: Date): Promise<'totp' | 'recovery-code'> {
  const code = typed.replace(/\s/g, '')
  if (!code) throw refuse('sign-in.code-needed', {}, { code: 'Enter the code from your authenticator app.' })
  if (await spendTotpCode(tx, user, code, at)) return 'totp'
  if (code.length > 6 && (await spendRecoveryCode(tx, user.id, code, at))) return 'recovery-code'
  throw refuse('totp.wrong-code', {}, { code: 'This code is not right, or was used before.' })
}
