import type { Tx } from '@/db/client'
import { results } from '@/db/schema/auctions'
import type { Replay } from './replay-lot'

/** Writes the result of every lot, once (R10.1 builds on it). The replays were compared with the tables before. */
export async function saveResults(
  tx: Tx,
  roundId: string,
  settled: readonly { lot: { id: string }; replay: Replay }[],
  at: Date,
): Promise<void> {
  const rows = settled.flatMap(({ lot, replay }) =>
    replay.outcome === null
      ? []
      : [
          {
            lotId: lot.id,
            roundId,
            outcome: replay.outcome,
            winnerApplicationId: replay.winnerApplicationId,
            priceMinor: replay.priceMinor,
            standing: replay.standing,
            ifDefault: replay.ifDefault && offersInCents(replay.ifDefault),
            events: replay.events,
            eventsHash: replay.eventsHash,
            finalAt: at,
          },
        ],
  )
  if (rows.length > 0) await tx.insert(results).values(rows)
}

/** Offers as plain data: the bidder's paddle and cents as a string. */
function offersInCents(offers: NonNullable<Replay['ifDefault']>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(offers).map(([rule, offer]) => [
      rule,
      offer && { paddle: Number(offer.bidder), priceMinor: offer.priceMinor.toString() },
    ]),
  )
}
