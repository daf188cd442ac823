import { and, asc, eq, gt } from 'drizzle-orm'
import { database, type Reader } from '@/db/client'
import { lotEvents } from '@/db/schema/auctions'
import type { AnyEvent, AnyTerms } from '@/engine/auction'
import { eventFromJson, type Json } from '@/engine/json'

/** Events are never changed, so a process reads each once and then only what came after. */
const known = new Map<string, AnyEvent[]>()
const MOST_LOTS = 600

/** All events of a lot so far, in order. The list is the process's own: do not change it. */
export async function readHistory(lotId: string, db: Reader = database()): Promise<readonly AnyEvent[]> {
  const before = known.get(lotId) ?? []
  const last = before.at(-1)?.sequence ?? 0
  const rows = await db
    .select({ event: lotEvents.event })
    .from(lotEvents)
    .where(and(eq(lotEvents.lotId, lotId), gt(lotEvents.sequence, last)))
    .orderBy(asc(lotEvents.sequence))
  if (rows.length === 0) return before
  const after = [...before, ...rows.map(({ event }) => eventFromJson<AnyTerms>(event as Json))]
  if (known.size >= MOST_LOTS) known.clear()
  known.set(lotId, after)
  return after
}
