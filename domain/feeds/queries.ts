import { and, eq, isNull } from 'drizzle-orm'
import { database, type Reader } from '@/db/client'
import { calendarAddresses } from '@/db/schema/notifications'
import { type Person, personById } from '@/lib/access/actor'
import { sha256Hex } from '@/lib/hash'
import { writeIcalendar } from '@/lib/icalendar'
import { query } from '@/lib/query'
import { ownDeadlines } from './own-deadlines'

/** Whether the person has a calendar address, and since when. */
export const ownCalendar = query('account.own', async ({ db, actor }) => {
  const [address] = await db
    .select({ createdAt: calendarAddresses.createdAt })
    .from(calendarAddresses)
    .where(and(eq(calendarAddresses.userId, actor.userId), isNull(calendarAddresses.revokedAt)))
  return { address }
})

/**
 * The deadlines of whoever a secret address belongs to, read with what that person may see at this moment; undefined for an
 * address that is unknown or revoked, or whose person can no longer sign in.
 */
export async function calendarBehind(
  token: string,
  origin: string,
  db: Reader = database(),
): Promise<string | undefined> {
  const [address] = await db
    .select({ userId: calendarAddresses.userId })
    .from(calendarAddresses)
    .where(and(eq(calendarAddresses.tokenHash, sha256Hex(token)), isNull(calendarAddresses.revokedAt)))
  const person = address && (await personById(db, address.userId, 1))
  if (!person) return undefined
  const { hostname } = new URL(origin)
  const entries = (await ownDeadlines(db, asMade(person))).map(({ key, path, ...deadline }) => {
    const url = `${origin}${path}`
    return { ...deadline, uid: `${key}@${hostname}`, url, detail: url }
  })
  return writeIcalendar('Short names in .ORG: your deadlines', entries)
}

/** With the second factor only where there is one: an address could be had without it otherwise (R16.4). */
function asMade(person: Person): Person {
  return person.totpConfirmed ? { ...person, assurance: 2 } : person
}
