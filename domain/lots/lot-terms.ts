import type { lots, rounds } from '@/db/schema/rounds'
import type { Terms } from './lot-auction'

/** Someone registered on the lot, as the engine knows it: by paddle (R7.2), with the frozen score (R6.8). */
export type Registered = { paddle: number; depositMinor: bigint; score: number | null }

/** The terms a lot is opened under: the round's frozen settings and timetable (R3.5), by increasing paddle. */
export function lotTerms(
  lot: Pick<typeof lots.$inferSelect, 'id' | 'reserveMinor' | 'opensAt' | 'closesAt'>,
  round: Pick<typeof rounds.$inferSelect, 'settings' | 'biddingOpensAt' | 'biddingClosesAt'>,
  registered: readonly Registered[],
): Terms {
  const { increments, softClose, runnerUp } = round.settings
  const { windowSeconds, extendSeconds, hardEnd } = softClose
  return {
    format: 'open-ascending',
    rulesVersion: 1,
    lot: lot.id,
    reserveMinor: lot.reserveMinor,
    runnerUp,
    increments: increments.map(({ fromMinor, stepMinor }) => ({
      fromMinor: BigInt(fromMinor),
      stepMinor: BigInt(stepMinor),
    })),
    softClose: { windowSeconds, extendSeconds },
    opensAt: lot.opensAt ?? round.biddingOpensAt,
    closesAt: lot.closesAt ?? round.biddingClosesAt,
    hardEndsAt: hardEnd === null ? null : new Date(hardEnd),
    bidders: registered
      .map(({ paddle, depositMinor, score }) => ({
        id: String(paddle),
        depositMinor,
        scoreHundredths: score,
      }))
      .sort((a, b) => Number(a.id) - Number(b.id)),
  }
}
