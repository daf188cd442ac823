import { z } from 'zod'
import { operation } from '@/lib/operation'
import { Email, NextPath } from './input'
import { issueToken } from './issue-token'
import { verifyEmailLetter } from './letters'
import { userByEmail } from './read-user'

/** Sends the confirmation again where one is due; the answer is the same for every address. */
export const resendVerification = operation('user.resend-verification', {
  input: z.strictObject({ email: Email, next: NextPath }),
  subject: async (tx, { email }) => ({ user: await userByEmail(tx, email) }),
  async run({ tx, at, input: { next }, subject: { user } }) {
    const due = user && !user.emailVerifiedAt && user.status === 'active'
    const letters = due
      ? [verifyEmailLetter(user, await issueToken(tx, user.id, 'verify-email', at), next)]
      : []
    return { result: {}, audit: { object: '' }, letters }
  },
})
