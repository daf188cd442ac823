import { z } from 'zod'
import { lockSelf } from '@/domain/users/read-user'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { endCalendar } from './end-calendar'

/** The person's calendar address stops at once. Refuses with `thing.not-found` when there is none. */
export const revokeCalendar = operation('calendar.revoke', {
  input: z.strictObject({}),
  subject: (tx, _input, actor) => lockSelf(tx, actor),
  async run({ tx, at, subject: user }) {
    if (!(await endCalendar(tx, user.id, at))) throw refuse('thing.not-found')
    return { result: {}, audit: { object: user.pseudonym } }
  },
})
