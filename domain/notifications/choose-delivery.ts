import { z } from 'zod'
import { notificationPreferences } from '@/db/schema/notifications'
import { deliveries } from '@/db/schema/system'
import { lockSelf } from '@/domain/users/read-user'
import { type LetterKind, optionalKinds } from '@/lib/letter-kinds'
import { operation } from '@/lib/operation'

/**
 * How the person wants letters of the optional kinds: by mail at once, in a digest once a day, or in the inbox alone.
 * Security and deadlines are no choice: a kind that is not optional is refused.
 */
export const chooseDelivery = operation('notification.choose-delivery', {
  input: z.strictObject({
    choices: z.partialRecord(
      z.enum(optionalKinds as [LetterKind, ...LetterKind[]], {
        error: 'These letters always come at once.',
      }),
      z.enum(deliveries, { error: 'Choose how these letters reach you.' }),
    ),
  }),
  subject: (tx, _input, actor) => lockSelf(tx, actor),
  async run({ tx, input: { choices }, subject: user }) {
    for (const [kind, delivery] of Object.entries(choices))
      await tx
        .insert(notificationPreferences)
        .values({ userId: user.id, kind, delivery })
        .onConflictDoUpdate({
          target: [notificationPreferences.userId, notificationPreferences.kind],
          set: { delivery },
        })
    return { result: {}, audit: { object: user.pseudonym, facts: choices } }
  },
})
