import { z } from 'zod'
import { issueToken } from '@/domain/users/issue-token'
import { normaliseEmail } from '@/domain/users/normalise-email'
import { isPassword } from '@/domain/users/password'
import { userByEmail } from '@/domain/users/read-user'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'

/**
 * The first step of signing in: address and password against a ticket of five minutes, with which `session.open`
 * opens the session. Unknown address, wrong password and disabled account are one answer in one time.
 * Refuses `sign-in.failed`, `sign-in.unverified`.
 */
export const checkPassword = operation('session.check-password', {
  input: z.strictObject({
    email: z.string().min(1, 'Enter your e-mail address.').max(254, 'This address is too long.'),
    password: z.string().min(1, 'Enter your password.').max(512, 'This password is too long.'),
  }),
  async subject(tx, { email }) {
    const address = normaliseEmail(email)
    return { user: address ? await userByEmail(tx, address) : undefined }
  },
  async run({ tx, at, input, subject: { user } }) {
    const right = await isPassword(user?.passwordHash, input.password)
    if (!user || !right || user.status !== 'active') throw refuse('sign-in.failed')
    if (!user.emailVerifiedAt) throw refuse('sign-in.unverified')
    const ticket = await issueToken(tx, user.id, 'sign-in', at)
    return {
      result: { ticket, codeNeeded: user.totpConfirmedAt !== null },
      audit: { object: user.pseudonym },
    }
  },
})
