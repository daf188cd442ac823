import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { users } from '@/db/schema/people'
import { operation } from '@/lib/operation'
import { PersonName, TimeZone } from './input'
import { lockSelf } from './read-user'

/** The person's own name and time zone. */
export const changeProfile = operation('user.change-profile', {
  input: z.strictObject({ name: PersonName, timeZone: TimeZone }),
  subject: (tx, _input, actor) => lockSelf(tx, actor),
  async run({ tx, input, subject: user }) {
    const timeZone = input.timeZone || null
    await tx.update(users).set({ name: input.name, timeZone }).where(eq(users.id, user.id))
    return { result: { timeZone }, audit: { object: user.pseudonym } }
  },
})
