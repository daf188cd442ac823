import { z } from 'zod'
import { endSessions } from '@/domain/sessions/end-sessions'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { NewPassword, PresentPassword } from './input'
import { passwordChangedLetter } from './letters'
import { isPassword } from './password'
import { lockSelf } from './read-user'
import { setPassword } from './set-password'

/** A new password against the present one. Every other session ends. Refuses `sign-in.failed`, `password.*`. */
export const changePassword = operation('user.change-password', {
  input: z.strictObject({ present: PresentPassword, password: NewPassword }),
  subject: (tx, _input, actor) => lockSelf(tx, actor),
  async run({ tx, at, actor, input, subject: user }) {
    if (!(await isPassword(user.passwordHash, input.present)))
      throw refuse('sign-in.failed', {}, { present: 'This is not your present password.' })
    await setPassword(tx, user, input.password)
    const except = actor.kind === 'person' ? actor.sessionId : undefined
    const ended = await endSessions(tx, user.id, at, except ? { except } : {})
    return {
      result: {},
      audit: { object: user.pseudonym, facts: { endedSessions: ended } },
      letters: [passwordChangedLetter(user, at)],
    }
  },
})
