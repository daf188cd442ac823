import { type AuctionCommand, decide, evolve, type History, open, outcome, replay } from '../auction'
import { isRefusal } from '../decision'
import type { OpenAscendingTerms, StrikeBidder } from './open-ascending-terms'

const OPENS = Date.parse('2026-11-21T10:00:00.000Z')
/** An instant by the seconds since bidding opened. */
export const at = (seconds: number) => new Date(OPENS + seconds * 1000)

export const TERMS: OpenAscendingTerms = {
  format: 'open-ascending',
  rulesVersion: 1,
  lot: 'q7',
  reserveMinor: 10_000n,
  runnerUp: 'own-exit',
  bidders: ['A', 'B', 'C', 'D'].map((id) => ({ id, depositMinor: 100_000n, scoreHundredths: null })),
  opensAt: at(0),
  closesAt: at(3600),
  hardEndsAt: null,
  increments: [
    { fromMinor: 0n, stepMinor: 500n },
    { fromMinor: 50_000n, stepMinor: 2_500n },
  ],
  softClose: { windowSeconds: 300, extendSeconds: 300 },
}

/** An auction under way: each act is decided, recorded, and its refusal kept. */
export function auction(terms: Partial<OpenAscendingTerms> = {}) {
  const opening = open({ ...TERMS, ...terms }, at(-60))
  if (isRefusal(opening)) throw new Error(`${opening.code} ${opening.field}`)
  let history: History<OpenAscendingTerms> = opening
  let state = replay(history)
  const act = (command: AuctionCommand): string => {
    const decision = decide(state, command)
    if (isRefusal(decision)) return decision.code
    history = [...history, ...decision]
    for (const event of decision) state = evolve(state, event)
    return decision.map(({ type }) => type).join(' ')
  }
  return {
    act,
    bid: (bidder: string, maxMinor: bigint, seconds = 60, availableMinor: bigint | null = null) =>
      act({ type: 'place-bid', bidder, maxMinor, at: at(seconds), availableMinor }),
    strike: (bidder: string, seconds = 60) => {
      const bids = history.filter((event) => event.type === 'bid-accepted')
      return act({ type: 'strike-bidder', bidder, at: at(seconds), bids } satisfies StrikeBidder)
    },
    close: (seconds = 3600) => act({ type: 'close', at: at(seconds) }),
    get state() {
      return state
    },
    get history() {
      return history
    },
    get outcome() {
      return outcome(history)
    },
    get price() {
      return state.lead?.priceMinor
    },
    get leader() {
      return state.lead?.leader
    },
  }
}
