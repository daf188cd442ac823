import { and, asc, count, eq, gte, max } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { results } from '@/db/schema/auctions'
import { rounds } from '@/db/schema/rounds'
import { publicBids } from '@/domain/results/public-bids'
import type { PagedList } from './paged-list'

type Listed = NonNullable<Awaited<ReturnType<typeof publicBids>>>
type Bid = Omit<Listed['bids'][number], 'round'> & {
  lot: string
  label: string
  round: string
  clockRound: number | null
}

/** Lots looked at for one page; those without a bid take no room on it. */
const LOTS_AT_ONCE = 100

/**
 * Every bid on every lot that is final, by lot and in the order received, by paddle (R3.3, R17.1). One lot is in memory at a
 * time. A cursor is a lot and a position in its record.
 */
export const bids: PagedList<Bid> = {
  name: 'bids',
  columns: [
    'lot',
    'label',
    'round',
    'position',
    'at',
    'paddle',
    'clock_round',
    'amount_usd_cents',
    'counts_as_usd_cents',
    'fate',
    'reason',
  ],
  cells: (bid) => [
    bid.lot,
    bid.label,
    bid.round,
    bid.position,
    bid.at,
    bid.paddle,
    bid.clockRound,
    bid.amountMinor,
    bid.countsMinor,
    bid.fate,
    bid.reason,
  ],
  async page(db, after, limit) {
    const [lotId = '', position = '0'] = after.split('.')
    const found: { row: Bid; cursor: string }[] = []
    let from = { lotId, position: Number(position) }
    for (;;) {
      const lots = await finalLots(db, from.lotId)
      for (const lot of lots) {
        const after = lot === from.lotId ? from.position : 0
        found.push(...(await bidsOf(db, lot)).filter(({ row }) => row.position > after))
        if (found.length >= limit) return found.slice(0, limit)
      }
      if (lots.length < LOTS_AT_ONCE) return found
      from = { lotId: lots.at(-1)!, position: Number.MAX_SAFE_INTEGER }
    }
  },
  async stamp(db) {
    const [row] = await db.select({ rows: count(), latest: max(results.finalAt) }).from(results)
    return row!
  },
}

async function finalLots(db: Reader, from: string): Promise<string[]> {
  const rows = await db
    .select({ lotId: results.lotId })
    .from(results)
    .innerJoin(rounds, eq(rounds.id, results.roundId))
    .where(and(eq(rounds.state, 'final'), gte(results.lotId, from)))
    .orderBy(asc(results.lotId))
    .limit(LOTS_AT_ONCE)
  return rows.map(({ lotId }) => lotId)
}

async function bidsOf(db: Reader, lotId: string): Promise<{ row: Bid; cursor: string }[]> {
  const listed = await publicBids(lotId, db)
  if (!listed) return []
  const { lot, label, round } = listed
  return listed.bids.map(({ round: clockRound, ...bid }) => ({
    row: { lot, label, round, ...bid, clockRound },
    cursor: `${lot}.${bid.position}`,
  }))
}
