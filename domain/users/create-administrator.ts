import { z } from 'zod'
import { users } from '@/db/schema/people'
import { holdRole, isHeldByAnother } from '@/domain/roles/hold-role'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { Email, PersonName } from './input'
import { issueToken } from './issue-token'
import { userByEmail } from './read-user'

/**
 * The first administrator, made on the machine itself: an account without a password and the token of the one link that
 * sets it. There are no default accounts (ASVS V6.3.2). Refuses `user.administrator-exists`, `user.email-taken`.
 */
export const createAdministrator = operation('user.create-administrator', {
  input: z.strictObject({ email: Email, name: PersonName }),
  subject: async (tx, { email }) => ({ known: await userByEmail(tx, email) }),
  async run({ tx, at, input, subject: { known } }) {
    if (await isHeldByAnother(tx, 'administrator', known?.id ?? '')) throw refuse('user.administrator-exists')
    if (known?.passwordHash) throw refuse('user.email-taken')
    const pseudonym = newId('sub', at)
    const userId = known?.id ?? newId('usr', at)
    if (!known) {
      await tx.insert(users).values({ id: userId, pseudonym, createdAt: at, ...input })
      await holdRole(tx, { userId, role: 'administrator', at })
    }
    const token = await issueToken(tx, userId, 'set-password', at)
    return { result: { token }, audit: { object: known?.pseudonym ?? pseudonym } }
  },
})
