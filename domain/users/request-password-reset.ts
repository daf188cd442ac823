import { z } from 'zod'
import { operation } from '@/lib/operation'
import { Email } from './input'
import { issueToken } from './issue-token'
import { resetPasswordLetter } from './letters'
import { userByEmail } from './read-user'

/** Sends a link to choose a new password to a confirmed address; the answer is the same for every address. */
export const requestPasswordReset = operation('user.request-password-reset', {
  input: z.strictObject({ email: Email }),
  subject: async (tx, { email }) => ({ user: await userByEmail(tx, email) }),
  async run({ tx, at, subject: { user } }) {
    const due = user?.emailVerifiedAt && user.status === 'active'
    const letters = due
      ? [resetPasswordLetter(user, await issueToken(tx, user.id, 'reset-password', at))]
      : []
    return { result: {}, audit: { object: '' }, letters }
  },
})
