import { z } from 'zod'
import { calendarAddresses } from '@/db/schema/notifications'
import { lockSelf } from '@/domain/users/read-user'
import { refuse } from '@/lib/errors'
import { sha256Hex } from '@/lib/hash'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { newToken } from '@/lib/secrets'
import { endCalendar } from './end-calendar'

/** A new secret address for the person's own calendar, told this once; the one before stops at once. */
export const renewCalendar = operation('calendar.renew', {
  input: z.strictObject({}),
  subject: (tx, _input, actor) => lockSelf(tx, actor),
  check({ actor, subject: user }) {
    const weak = actor.kind === 'person' && actor.assurance < 2
    if (weak && user.totpConfirmedAt) throw refuse('access.confirm-again')
  },
  async run({ tx, at, subject: user }) {
    const token = newToken()
    await endCalendar(tx, user.id, at)
    await tx
      .insert(calendarAddresses)
      .values({ id: newId('cal', at), userId: user.id, tokenHash: sha256Hex(token), createdAt: at })
    return { result: { token }, audit: { object: user.pseudonym } }
  },
})
