import type { AuctionState } from './auction'

/**
 * What must be true of an auction after every event, whatever came before. Returns the first sentence that is not
 * true, or `undefined`. The server asks before it commits an outcome; the tests ask after every event.
 */
export function brokenInvariant(state: AuctionState): string | undefined {
  return INVARIANTS.find(([, holds]) => !holds(state))?.[0]
}

const INVARIANTS: readonly [string, (state: AuctionState) => boolean][] = [
  [
    'The price is never below the reserve.',
    ({ lead, terms }) => !lead || lead.priceMinor >= terms.reserveMinor,
  ],
  [
    'The price is never above the leader’s maximum.',
    ({ lead }) => !lead || lead.priceMinor <= lead.leaderMaxMinor,
  ],
  [
    'The leader’s maximum is the highest.',
    ({ lead }) => !lead || (lead.secondMaxMinor ?? 0n) <= lead.leaderMaxMinor,
  ],
  ['The second is another bidder.', ({ lead }) => !lead || lead.second !== lead.leader],
  ['No one stands above the price.', ({ lead }) => !lead || (lead.secondMaxMinor ?? 0n) <= lead.priceMinor],
  [
    'A struck bidder neither leads nor stands second.',
    ({ lead, struck }) => !lead || !standsIn(lead, struck),
  ],
  ['The close is after the opening.', ({ opensAt, closesAt }) => closesAt > opensAt],
  [
    'The close is not after the hard end.',
    ({ closesAt, hardEndsAt }) => !hardEndsAt || closesAt <= hardEndsAt,
  ],
  ['The close only moves to later.', ({ closesAt, terms }) => closesAt >= terms.closesAt],
]

function standsIn(lead: { leader: string; second: string | null }, struck: readonly string[]): boolean {
  return struck.some((bidder) => bidder === lead.leader || bidder === lead.second)
}
