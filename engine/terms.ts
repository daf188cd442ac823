import { type Refusal, refuse } from './decision'

/** A bidder as the auction knows it. The identifier is its paddle (R7.2); the score is the frozen plan score (R6.8). */
export interface Bidder {
  readonly id: string
  readonly depositMinor: bigint
  /** 0–10,000: the plan score with two decimals. `null` where the round does not use it. */
  readonly scoreHundredths: number | null
}

export type RunnerUpRule = 'own-exit' | 'recompute'

/** What every format fixes before the first bid. It stands in the first event and never changes (R3.5). */
export interface CommonTerms {
  readonly rulesVersion: 1
  readonly lot: string
  readonly reserveMinor: bigint
  readonly bidders: readonly Bidder[]
  /** Which price a runner-up pays after a default (R7.8). */
  readonly runnerUp: RunnerUpRule
}

/** The first setting that no auction can be held under, or `undefined`. */
export function problemWithCommonTerms(terms: CommonTerms): Refusal | undefined {
  if (terms.reserveMinor < 0n) return malformed('reserveMinor')
  const seen = new Set<string>()
  for (const [index, bidder] of terms.bidders.entries()) {
    if (seen.has(bidder.id)) return malformed(`bidders.${index}.id`)
    if (bidder.depositMinor < 0n) return malformed(`bidders.${index}.depositMinor`)
    seen.add(bidder.id)
  }
  return undefined
}

export function malformed(field: string): Refusal {
  return refuse('auction.malformed-terms', { field })
}

export function isRegistered(terms: CommonTerms, bidder: string): boolean {
  return terms.bidders.some(({ id }) => id === bidder)
}

/** What a bidder who may have been allotted the lot (R7.4) is committed to, in cents. */
export function allotment(terms: CommonTerms, bidder: string): bigint {
  return isRegistered(terms, bidder) ? terms.reserveMinor : 0n
}
