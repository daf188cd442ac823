import type { PublicRound } from '@/domain/rounds/public-queries'

/** A round as data: what its page shows, under names that will stay. */
export function describeRound(round: PublicRound) {
  const {
    slug,
    phase,
    number,
    name,
    summary,
    format,
    state,
    stateSince,
    publicReason,
    zone,
    timetable,
    next,
  } = round
  return {
    round: slug,
    phase,
    number,
    name,
    summary,
    format,
    state,
    stateSince,
    publicReason,
    zone,
    timetable,
    next: next ?? null,
    lots: round.lots.map(({ roundId: _roundId, status, lotState, ...lot }) => ({
      ...lot,
      state: lotState,
      status,
    })),
  }
}

export const lotColumns = [
  'round',
  'lot',
  'label',
  'status',
  'reserve_usd_cents',
  'price_usd_cents',
  'bids',
  'bidders',
  'applications',
  'closes_at',
  'outcome',
  'clock_round',
  'remaining',
]

/** The lots of a round as rows under `lotColumns`. */
export function lotRows(round: PublicRound) {
  return round.lots.map((lot) => [
    round.slug,
    lot.lotId,
    lot.label,
    lot.status,
    lot.reserveMinor,
    lot.priceMinor,
    lot.bids,
    lot.bidders,
    lot.applications,
    lot.closesAt,
    lot.outcome,
    lot.clock?.round,
    lot.clock?.remaining,
  ])
}
