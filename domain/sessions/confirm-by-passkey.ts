import { z } from 'zod'
import { PasskeyAnswer } from '@/domain/passkeys/read-answer'
import { spendAssertion } from '@/domain/passkeys/spend-assertion'
import { lockSelf } from '@/domain/users/read-user'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { raiseSession } from './raise-session'

/**
 * Confirms the present session afresh with one of the person's own passkeys, as `stepUp` does with a code. Answers the
 * session's new token. Refuses `passkey.refused`, `passkey.expired`.
 */
export const confirmByPasskey = operation('session.confirm-by-passkey', {
  input: z.strictObject({ answer: PasskeyAnswer }),
  subject: (tx, _input, actor) => lockSelf(tx, actor),
  async run({ tx, at, actor, input, subject: user }) {
    if (actor.kind !== 'person') throw refuse('access.signed-out')
    const { sessionId } = actor
    await spendAssertion(tx, input.answer, { purpose: 'confirm', session: sessionId, at, userId: user.id })
    const token = await raiseSession(tx, sessionId, at)
    return { result: { token }, audit: { object: sessionId, facts: { factor: 'passkey' } } }
  },
})
