import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { users } from '@/db/schema/people'
import { newId } from '@/lib/ids'
import type { Letter } from '@/lib/mail'
import { operation } from '@/lib/operation'
import { Email, NewPassword, NextPath, PersonName, TimeZone } from './input'
import { issueToken } from './issue-token'
import { alreadyRegisteredLetter, verifyEmailLetter } from './letters'
import { hashPassword } from './password'
import { userByEmail } from './read-user'
import { requireGoodPassword } from './set-password'

type Wanted = { email: string; name: string; timeZone: string; next: string; passwordHash: string; at: Date }

/**
 * Creates an account that stays closed until its address is confirmed with the password chosen here. The answer is the
 * same, and takes the same time, for an address that has an account already; its owner gets a letter that says so.
 * Refuses `password.*`.
 */
export const registerUser = operation('user.register', {
  input: z.strictObject({
    email: Email,
    name: PersonName,
    password: NewPassword,
    timeZone: TimeZone,
    next: NextPath,
  }),
  subject: async (tx, { email }) => ({ known: await userByEmail(tx, email) }),
  async run({ tx, at, input, subject: { known } }) {
    requireGoodPassword(input.password, input)
    const passwordHash = await hashPassword(input.password)
    const letter = known?.emailVerifiedAt
      ? alreadyRegisteredLetter(known, input.next)
      : await askToConfirm(tx, known?.id, { ...input, passwordHash, at })
    return { result: {}, audit: { object: '' }, letters: letter ? [letter] : [] }
  },
})

/** A repeated registration replaces the unconfirmed one: whoever confirms must know the newest password. */
async function askToConfirm(
  tx: Tx,
  knownId: string | undefined,
  wanted: Wanted,
): Promise<Letter | undefined> {
  const { email, name, passwordHash, next, at } = wanted
  const values = { name, passwordHash, timeZone: wanted.timeZone || null }
  const [user] = knownId
    ? await tx
        .update(users)
        .set(values)
        .where(and(eq(users.id, knownId), isNull(users.emailVerifiedAt)))
        .returning({ id: users.id })
    : await tx
        .insert(users)
        .values({ id: newId('usr', at), email, pseudonym: newId('sub', at), createdAt: at, ...values })
        .onConflictDoNothing({ target: users.email })
        .returning({ id: users.id })
  if (!user) return undefined
  return verifyEmailLetter({ email, name }, await issueToken(tx, user.id, 'verify-email', at), next)
}
