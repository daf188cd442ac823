import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { users } from '@/db/schema/people'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { PresentPassword, Token } from './input'
import { issueToken, lockToken, spendToken } from './issue-token'
import { isPassword } from './password'

/**
 * Confirms an address by its link and the password chosen at registration: reading someone's mail is not enough, nor is
 * registering someone's address. Answers a ticket that signs the person in. Refuses `token.invalid`, `sign-in.failed`.
 */
export const verifyEmail = operation('user.verify-email', {
  input: z.strictObject({ token: Token, password: PresentPassword }),
  subject: async (tx, { token }) => ({ held: await lockToken(tx, token, ['verify-email']) }),
  async run({ tx, at, input, subject: { held } }) {
    if (!held || held.token.expiresAt <= at) throw refuse('token.invalid')
    if (!(await isPassword(held.user.passwordHash, input.password)))
      throw refuse('sign-in.failed', {}, { password: 'This is not the password chosen at registration.' })
    if (!(await spendToken(tx, held.token.tokenHash, at))) throw refuse('token.invalid')
    await tx.update(users).set({ emailVerifiedAt: at }).where(eq(users.id, held.user.id))
    const ticket = await issueToken(tx, held.user.id, 'sign-in', at)
    return { result: { ticket }, audit: { object: held.user.pseudonym } }
  },
})
