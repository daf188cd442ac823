import { asc, eq } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { lotEvents } from '@/db/schema/auctions'
import { recordRoot, tieSeed } from '@/domain/rounds/tie-seed'
import type { ResultCheck } from './check-result'

/** In formats that draw: that the seed came from the secret and from this very record, up to its close (R7.5). */
export async function checkSeed(db: Reader, lotId: string, secret: string | null): Promise<ResultCheck[]> {
  const rows = await db
    .select({ event: lotEvents.event })
    .from(lotEvents)
    .where(eq(lotEvents.lotId, lotId))
    .orderBy(asc(lotEvents.sequence))
  const events = rows.map(({ event }) => event)
  const closed = events.at(-1) as { seedHex?: string | null; tieDrawn?: boolean } | undefined
  if (!secret || !closed?.seedHex) return []
  return [
    {
      what: 'The draw was nobody’s choice',
      found: closed.tieDrawn
        ? 'Equal bids were drawn with SHA-256 of the secret and the record up to the close'
        : 'No bids were equal; the seed is SHA-256 of the secret and the record up to the close',
      passed: tieSeed(secret, recordRoot(events.slice(0, -1))) === closed.seedHex,
      hash: closed.seedHex,
    },
  ]
}
