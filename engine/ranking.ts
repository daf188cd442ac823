import { compare } from './amounts'
import type { Standing } from './lifecycle'
import type { CommonTerms } from './terms'
import { drawn } from './tie-break'

/** How equal bids are told apart (R7.5): by the published draw, or by plan score first. */
export type TieRule = 'draw' | 'score-then-draw'

export interface RankingTerms extends CommonTerms {
  readonly tieRule: TieRule
}

/** A standing with what it is ranked by, and the event that set it. */
export interface Candidate extends Standing {
  readonly measure: bigint
  readonly sequence: number
}

/**
 * The candidates, best first (R7.5). Equals are told apart by score where the round says so, then by the draw.
 * Without a seed nothing is drawn: equals then stand in the order they were received, which is enough below the first.
 */
export function rank(
  terms: RankingTerms,
  candidates: readonly Candidate[],
  seedHex: string | null,
): Candidate[] {
  const numbers = new Map<string, string>()
  const numberOf = (seed: string, bidder: string) => {
    const number = numbers.get(bidder) ?? drawn(seed, terms.lot, bidder)
    numbers.set(bidder, number)
    return number
  }
  return [...candidates].sort((a, b) => {
    const decided = compareMerit(terms, b, a)
    if (decided !== 0) return decided
    if (seedHex === null) return a.sequence - b.sequence
    return numberOf(seedHex, a.bidder) < numberOf(seedHex, b.bidder) ? -1 : 1
  })
}

/** Whether only a draw can say who is first. */
export function isDrawNeeded(terms: RankingTerms, [first, second]: readonly Candidate[]): boolean {
  return first !== undefined && second !== undefined && compareMerit(terms, first, second) === 0
}

function compareMerit(terms: RankingTerms, a: Candidate, b: Candidate): number {
  return (
    compare(a.measure, b.measure) || (terms.tieRule === 'draw' ? 0 : scoreOf(terms, a) - scoreOf(terms, b))
  )
}

function scoreOf(terms: CommonTerms, { bidder }: Candidate): number {
  return terms.bidders.find(({ id }) => id === bidder)?.scoreHundredths ?? -1
}
