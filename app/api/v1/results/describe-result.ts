import type { PublicResult } from '@/domain/results/public-queries'

/** A result as data, under names that will stay. */
export function describeResult(result: PublicResult) {
  const { lotId, label, round, outcome, winner, priceMinor, reserveMinor, scoreHundredths, bidders } = result
  return {
    lot: lotId,
    label,
    round: round.slug,
    format: round.format,
    outcome,
    winner,
    priceMinor,
    reserveMinor,
    scoreHundredths,
    bidders,
    events: result.events,
    eventsHash: result.eventsHash,
    finalAt: result.finalAt,
  }
}
