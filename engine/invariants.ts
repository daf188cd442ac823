import type { AnyState } from './auction'
import type { OpenAscendingState } from './formats/open-ascending-terms'

/**
 * What must be true of an auction after every event, whatever came before. Returns the first sentence that is not
 * true, or `undefined`. The server asks before it commits an outcome; the tests ask after every event.
 */
export function brokenInvariant(state: AnyState): string | undefined {
  if (state.format === 'open-ascending') return firstBroken(OPEN_ASCENDING, state)
  return firstBroken(WITH_RESULT, state)
}

type Invariants<State> = readonly [string, (state: State) => boolean][]

function firstBroken<State>(invariants: Invariants<State>, state: State): string | undefined {
  return invariants.find(([, holds]) => !holds(state))?.[0]
}

const WITH_RESULT: Invariants<Exclude<AnyState, OpenAscendingState>> = [
  [
    'The price is never below the reserve.',
    ({ result, terms }) => !result || result.priceMinor >= terms.reserveMinor,
  ],
  ['The winner is not struck.', ({ result, struck }) => !result || !struck.includes(result.bidder)],
  [
    'The winner is a bidder.',
    ({ result, terms }) => !result || terms.bidders.some(({ id }) => id === result.bidder),
  ],
  ['Only what is closed has a result.', ({ result, phase }) => !result || phase === 'closed'],
]

const OPEN_ASCENDING: Invariants<OpenAscendingState> = [
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
