import { z } from 'zod'
import { lockSelf } from '@/domain/users/read-user'
import { spendTotpCode } from '@/domain/users/totp'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { isDemoPerson } from './demo'
import { raiseSession } from './raise-session'

/**
 * Confirms the present session with a code: for a person who signed in before the authenticator app was set up
 * elsewhere, and afresh before something that two people do (ASVS V7.5.3). Answers the session's new token. Refuses
 * `totp.not-started`, `totp.wrong-code`.
 */
export const stepUp = operation('session.step-up', {
  input: z.strictObject({ code: z.string().max(40, 'This code is too long.') }),
  subject: (tx, _input, actor) => lockSelf(tx, actor),
  async run({ tx, at, actor, input, subject: user }) {
    if (actor.kind !== 'person' || !user.totpConfirmedAt) throw refuse('totp.not-started')
    const right =
      isDemoPerson(user.email) || (await spendTotpCode(tx, user, input.code.replace(/\s/g, ''), at))
    if (!right) throw refuse('totp.wrong-code', {}, { code: 'This code is not right, or was used before.' })
    const token = await raiseSession(tx, actor.sessionId, at)
    return { result: { token }, audit: { object: actor.sessionId } }
  },
})
