import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { users } from '@/db/schema/people'
import { custodianKeys } from '@/db/schema/sealing'
import { sha256Hex } from '@/lib/hash'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { isRecipient } from '@/sealing/seal'

/**
 * A custodian registers the public half of its own age key, to which its shares are wrapped (R8.2). A new one ends the one
 * before; shares wrapped to that one stay as they are, and need it. Two officers see every key when a round key is
 * published with it. Refuses with `custodian.key-known`.
 */
export const registerKey = operation('custodian.register-key', {
  input: z.strictObject({
    recipient: z
      .string({ error: 'Paste your recipient.' })
      .trim()
      .max(2200, 'This is no age recipient.')
      .refine(isRecipient, 'A hybrid age recipient begins with age1pq1 and has nearly 2,000 letters.'),
    employer: z
      .string({ error: 'Say who employs you.' })
      .trim()
      .min(2, 'Say who employs you.')
      .max(120, 'Use at most 120 characters.'),
  }),
  async subject(tx, _input, actor) {
    if (actor.kind !== 'person') return undefined
    const [user] = await tx
      .select({ id: users.id })
      .from(users)
      .where(eq(users.id, actor.userId))
      .for('update')
    return user
  },
  async run({ tx, at, input: { recipient, employer }, subject: { id: userId } }) {
    await tx
      .update(custodianKeys)
      .set({ endedAt: at })
      .where(and(eq(custodianKeys.userId, userId), isNull(custodianKeys.endedAt)))
    const id = newId('cky', at)
    await tx.insert(custodianKeys).values({ id, userId, recipient, employer, registeredAt: at })
    return {
      result: { id },
      audit: { object: id, facts: { recipientHash: sha256Hex(recipient) } },
    }
  },
})
