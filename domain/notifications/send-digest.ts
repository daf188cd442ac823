import { eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { digests, notifications } from '@/db/schema/notifications'
import { users } from '@/db/schema/people'
import { env } from '@/env'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { formatInstant } from '@/lib/time/format-instant'
import { digestTime } from './digest-time'
import { lettersToDigest } from './due-digests'

/**
 * The person's letters of a day in one, at seven by their own clock; after downtime once, for all that waited. Refuses with
 * `digest.not-due` when that day's was sent, or nothing waits.
 */
export const sendDigest = operation('notification.send-digest', {
  input: z.strictObject({ userId: z.string().max(60) }),
  async subject(tx, { userId }) {
    const [user] = await tx.select().from(users).where(eq(users.id, userId)).for('update')
    return user?.status === 'active' ? user : undefined
  },
  async run({ tx, at, subject: user }) {
    const time = digestTime(at, user.timeZone)
    const waiting = await lettersToDigest(tx, user.id, time)
    if (waiting.length === 0) throw refuse('digest.not-due')
    await tx.insert(digests).values({ userId: user.id, day: time.day, sentAt: at })
    await tx
      .update(notifications)
      .set({ digestedAt: at })
      .where(
        inArray(
          notifications.mailId,
          waiting.map(({ mailId }) => mailId),
        ),
      )
    const lines = waiting.map(
      (letter) => `- ${letter.subject} (${formatInstant(letter.at, user.timeZone ?? 'UTC')})`,
    )
    const what = waiting.length === 1 ? '1 new letter' : `${waiting.length} new letters`
    return {
      result: { letters: waiting.length },
      audit: { object: user.pseudonym, facts: { day: time.day, letters: waiting.length } },
      letters: [
        {
          to: user.email,
          subject: `Short names in .ORG: ${what}`,
          template: 'digest',
          effect: `digest:${user.id}:${time.day}`,
          text: `Dear ${user.name},

${what} in your inbox:

${lines.join('\n')}

Read them: ${env.PORTAL_URL}/account/notifications

You asked for these once a day. Change that on the same page; security and deadlines always come at once.`,
        },
      ],
    }
  },
})
