import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { users } from '@/db/schema/people'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { lockSelf } from './read-user'
import { newTotpSeed } from './totp'

/**
 * A new seed for an authenticator app. It counts only once a code of it was shown (`user.confirm-totp`); starting again
 * replaces an unconfirmed one. Refuses `totp.exists`.
 */
export const startTotp = operation('user.start-totp', {
  input: z.strictObject({}),
  subject: (tx, _input, actor) => lockSelf(tx, actor),
  check({ subject: user }) {
    if (user.totpConfirmedAt) throw refuse('totp.exists')
  },
  async run({ tx, subject: user }) {
    const { sealed } = newTotpSeed(user.email)
    await tx.update(users).set({ totpSecret: sealed, totpLastStep: null }).where(eq(users.id, user.id))
    return { result: {}, audit: { object: user.pseudonym } }
  },
})
