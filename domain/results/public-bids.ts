import { database, type Reader } from '@/db/client'
import type { AnyTerms, History } from '@/engine/auction'
import { eventFromJson, type Json } from '@/engine/json'
import { listBids } from './list-bids'
import { publicEvents } from './public-queries'
import { rankSealed } from './rank-sealed'

/**
 * Every bid on a lot whose result is public, by paddle and in the order received (R17.1): maxima, sealed bids with what
 * they counted as, or bids in the rounds of a clock. By name or lot id; undefined before `final` (R3.3).
 */
export async function publicBids(key: string, db: Reader = database()) {
  const record = await publicEvents(key, db)
  if (!record) return undefined
  const { lot, label, round } = record
  const events = record.events.map((event) => eventFromJson<AnyTerms>(event as Json))
  if (events.length === 0) return { lot, label, round, bids: [] }
  const ranked = rankSealed(events as unknown as History<AnyTerms>)?.bids ?? []
  const bids = listBids(events).map((bid) => ({
    ...bid,
    countsMinor:
      (bid.fate === 'counts' && ranked.find(({ paddle }) => paddle === bid.paddle)?.countsMinor) || null,
  }))
  return { lot, label, round, bids }
}
