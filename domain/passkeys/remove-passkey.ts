import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { passkeys } from '@/db/schema/people'
import { secondFactorLetter } from '@/domain/users/letters'
import { lockSelf } from '@/domain/users/read-user'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'

/** Takes a passkey off one's own account; it signs nobody in any more. Refuses `passkey.removed`. */
export const removePasskey = operation('passkey.remove', {
  input: z.strictObject({ passkeyId: z.string().max(40) }),
  async subject(tx, { passkeyId }, actor) {
    const user = await lockSelf(tx, actor)
    if (!user) return undefined
    const [passkey] = await tx
      .select()
      .from(passkeys)
      .where(and(eq(passkeys.id, passkeyId), eq(passkeys.userId, user.id)))
    return passkey && { user, passkey }
  },
  check({ subject: { passkey } }) {
    if (passkey.removedAt) throw refuse('passkey.removed')
  },
  async run({ tx, at, subject: { user, passkey } }) {
    await tx.update(passkeys).set({ removedAt: at }).where(eq(passkeys.id, passkey.id))
    return {
      result: {},
      audit: { object: user.pseudonym, facts: { passkey: passkey.id } },
      letters: [secondFactorLetter(user, 'passkey-removed', at)],
    }
  },
})
