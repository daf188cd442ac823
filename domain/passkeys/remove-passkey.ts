import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { passkeys } from '@/db/schema/people'
import { endSessions } from '@/domain/sessions/end-sessions'
import { secondFactorLetter } from '@/domain/users/letters'
import { lockSelf } from '@/domain/users/read-user'
import { requireFreshFactor } from '@/lib/access/require-permission'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'

/**
 * Takes a passkey off one's own account, right after a fresh second factor; it signs nobody in any more. Every other
 * session ends, for whoever holds the key may have opened it. Refuses `access.confirm-again`, `passkey.removed`.
 */
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
  check({ actor, subject: { passkey } }) {
    requireFreshFactor(actor)
    if (passkey.removedAt) throw refuse('passkey.removed')
  },
  async run({ tx, at, actor, subject: { user, passkey } }) {
    requireFreshFactor(actor)
    await tx.update(passkeys).set({ removedAt: at }).where(eq(passkeys.id, passkey.id))
    const ended = await endSessions(tx, user.id, at, { except: actor.sessionId })
    return {
      result: {},
      audit: { object: user.pseudonym, facts: { passkey: passkey.id, endedSessions: ended } },
      letters: [secondFactorLetter(user, 'passkey-removed', at)],
    }
  },
})
