import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { users } from '@/db/schema/people'
import { endSessions } from '@/domain/sessions/end-sessions'
import { raiseSession } from '@/domain/sessions/raise-session'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { holdBidding } from './hold-bidding'
import { Code } from './input'
import { secondFactorLetter } from './letters'
import { lockSelf } from './read-user'
import { replaceRecoveryCodes } from './recovery-codes'
import { spendTotpCode } from './totp'

/**
 * Completes the set-up of an authenticator app with a code it shows. The session counts as confirmed from now on, under
 * a new token; the others end. Answers ten recovery codes, shown this once. Replacing an earlier app holds bidding for a
 * day; a first one does not.
 * Refuses `totp.not-started`, `totp.exists`, `totp.wrong-code`.
 */
export const confirmTotp = operation('user.confirm-totp', {
  input: z.strictObject({ code: Code }),
  subject: (tx, _input, actor) => lockSelf(tx, actor),
  check({ subject: user }) {
    if (user.totpConfirmedAt) throw refuse('totp.exists')
    if (!user.totpSecret) throw refuse('totp.not-started')
  },
  async run({ tx, at, actor, input, subject: user }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    if (!(await spendTotpCode(tx, user, input.code.replace(/\s/g, ''), at)))
      throw refuse('totp.wrong-code', {}, { code: 'This code is not right. Codes change every 30 seconds.' })
    await tx.update(users).set({ totpConfirmedAt: at }).where(eq(users.id, user.id))
    const replaces = user.biddingHeldUntil !== null
    const heldUntil = replaces ? await holdBidding(tx, user.id, at) : undefined
    const recoveryCodes = await replaceRecoveryCodes(tx, user.id, at)
    await endSessions(tx, user.id, at, { except: actor.sessionId })
    const token = await raiseSession(tx, actor.sessionId, at)
    return {
      result: { token, recoveryCodes },
      audit: { object: user.pseudonym, facts: { replaces } },
      letters: [secondFactorLetter(user, replaces ? 'replaced' : 'set-up', at, heldUntil)],
    }
  },
})
