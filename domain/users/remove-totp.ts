import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { users } from '@/db/schema/people'
import { endCalendar } from '@/domain/feeds/end-calendar'
import { endPasskeys } from '@/domain/passkeys/end-passkeys'
import { endSessions } from '@/domain/sessions/end-sessions'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { holdBidding } from './hold-bidding'
import { Code } from './input'
import { secondFactorLetter } from './letters'
import { lockSelf } from './read-user'
import { endRecoveryCodes, spendRecoveryCode } from './recovery-codes'
import { spendTotpCode } from './totp'

/**
 * Takes the authenticator app off the account, against one of its codes or a recovery code, so that another can be set
 * up. Passkeys go with it, or a password alone could set up an app beside them. Every session ends: the next one has no
 * second factor, and bidding is held for a day. Refuses `totp.not-started`,
 * `totp.wrong-code`.
 */
export const removeTotp = operation('user.remove-totp', {
  input: z.strictObject({ code: Code }),
  subject: (tx, _input, actor) => lockSelf(tx, actor),
  check({ subject: user }) {
    if (!user.totpConfirmedAt) throw refuse('totp.not-started')
  },
  async run({ tx, at, input, subject: user }) {
    const code = input.code.replace(/\s/g, '')
    const right =
      (await spendTotpCode(tx, user, code, at)) || (await spendRecoveryCode(tx, user.id, code, at))
    if (!right) throw refuse('totp.wrong-code', {}, { code: 'This code is not right, or was used before.' })
    await tx
      .update(users)
      .set({ totpSecret: null, totpConfirmedAt: null, totpLastStep: null })
      .where(eq(users.id, user.id))
    const heldUntil = await holdBidding(tx, user.id, at)
    await endRecoveryCodes(tx, user.id)
    await endPasskeys(tx, user.id, at)
    await endSessions(tx, user.id, at)
    await endCalendar(tx, user.id, at)
    return {
      result: {},
      audit: { object: user.pseudonym },
      letters: [secondFactorLetter(user, 'removed', at, heldUntil)],
    }
  },
})
