import { greater } from '../amounts'
import type { Refusal } from '../decision'
import { malformed } from '../terms'
import { type SealedTerms, sealedFormat } from './sealed-bids'

/** 100.00 points, in hundredths; and 100 %, in basis points. */
const WHOLE = 10_000

/**
 * Bids are ranked by amount × (10,000 + coefficient), and the winner pays the least whole-cent price whose product
 * is not below the runner-up's, never below the reserve (R7.6). It cannot be above its bid: its own product is higher.
 */
export const sealedQualityWeighted = sealedFormat({
  measure: (terms, { bidder, amountMinor }) => amountMinor * weightOf(terms, bidder),
  price: (terms, [winner, second]) => {
    const weight = weightOf(terms, winner.bidder)
    return greater(((second?.measure ?? 0n) + weight - 1n) / weight, terms.reserveMinor)
  },
  problemWithTerms,
})

/** c = floor(cmax × (score − pass) / (100 − pass)), in basis points: how much a plan's quality adds to its bid (R7.6). */
export function coefficientBp(scoreHundredths: number, passHundredths: number, cmaxBp: number): bigint {
  return (BigInt(cmaxBp) * BigInt(scoreHundredths - passHundredths)) / BigInt(WHOLE - passHundredths)
}

function weightOf({ quality, bidders }: SealedTerms, bidder: string): bigint {
  const score = bidders.find(({ id }) => id === bidder)?.scoreHundredths ?? null
  if (!quality || score === null) return BigInt(WHOLE)
  return BigInt(WHOLE) + coefficientBp(score, quality.passHundredths, quality.cmaxBp)
}

/** Only qualified plans bid (R6.6), so every score is at or above the pass line. */
function problemWithTerms({ quality, bidders }: SealedTerms): Refusal | undefined {
  if (!quality) return malformed('quality')
  const { passHundredths, cmaxBp } = quality
  if (!isWholeBetween(passHundredths, 0, WHOLE - 1)) return malformed('quality.passHundredths')
  if (!isWholeBetween(cmaxBp, 0, Number.MAX_SAFE_INTEGER)) return malformed('quality.cmaxBp')
  const index = bidders.findIndex(
    ({ scoreHundredths }) => !isWholeBetween(scoreHundredths, passHundredths, WHOLE),
  )
  return index < 0 ? undefined : malformed(`bidders.${index}.scoreHundredths`)
}

function isWholeBetween(value: number | null, least: number, most: number): boolean {
  return value !== null && Number.isSafeInteger(value) && value >= least && value <= most
}
