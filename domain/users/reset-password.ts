import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { users } from '@/db/schema/people'
import { endCalendar } from '@/domain/feeds/end-calendar'
import { endSessions } from '@/domain/sessions/end-sessions'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { NewPassword, Token } from './input'
import { lockToken, spendToken } from './issue-token'
import { passwordChangedLetter } from './letters'
import { setPassword } from './set-password'

/**
 * A new password by a link from a letter. Every session and the calendar's address end; the authenticator app is still asked for at the next
 * sign-in, so that mail alone lets nobody in. Refuses `token.invalid`, `password.*`.
 */
export const resetPassword = operation('user.reset-password', {
  input: z.strictObject({ token: Token, password: NewPassword }),
  subject: async (tx, { token }) => ({
    held: await lockToken(tx, token, ['reset-password', 'set-password']),
  }),
  async run({ tx, at, input, subject: { held } }) {
    if (!held || !(await spendToken(tx, held.token.tokenHash, at))) throw refuse('token.invalid')
    const { user } = held
    await setPassword(tx, user, input.password)
    if (!user.emailVerifiedAt)
      await tx.update(users).set({ emailVerifiedAt: at }).where(eq(users.id, user.id))
    const ended = await endSessions(tx, user.id, at)
    await endCalendar(tx, user.id, at)
    return {
      result: {},
      audit: { object: user.pseudonym, facts: { endedSessions: ended } },
      letters: [passwordChangedLetter(user, at)],
    }
  },
})
