import { createHash, randomBytes } from 'node:crypto'
import type { Json } from '@/engine/json'
import { canonicalJson } from '@/lib/canonical-json'

export type EventEntry = { lot: string; attempt: string | null; event: Json }

/** An event of a lot as it stands in the transcript (R9.2): canonical JSON, without personal data (R9.3). */
export function entryOfEvent({ lot, attempt, event }: EventEntry): string {
  return canonicalJson({ v: 1, kind: 'lot.event', lot, attempt, event })
}

/**
 * A fresh salt and the hash of the leaf that it makes with the event, both in hex. Everyone may read the hash while
 * bidding lasts: without the salt it tells nothing of a maximum, of which there are few to try.
 */
export function leafOfEvent(entry: EventEntry): { salt: string; hash: string } {
  const salt = randomBytes(16)
  const hash = createHash('sha256').update('\0').update(salt).update(entryOfEvent(entry)).digest('hex')
  return { salt: salt.toString('hex'), hash }
}
