import { type AnyTerms, type History, outcome } from '@/engine/auction'
import type { SealedTerms } from '@/engine/formats/sealed-bids'
import { coefficientBp } from '@/engine/formats/sealed-quality-weighted'

const WHOLE = 10_000n

/** A sealed bid that counts, as it was ranked. Amounts in cents. */
export type RankedBid = {
  paddle: number
  amountMinor: bigint
  /** What it counts as once the quality of its plan is in (R7.6), to the whole cent; the bid itself in other formats. */
  countsMinor: bigint
  /** Null where quality does not count. */
  weight: { scoreHundredths: number; coefficientBp: number } | null
}

/** What the price of a sealed round comes from. */
export type PriceSource = 'own-bid' | 'runner-up' | 'reserve'

export type SealedRanking = {
  bids: RankedBid[]
  /** What the price counts as, by the winner's weight: what had to be matched. Null when nobody won. */
  price: { minor: bigint; countsMinor: bigint; from: PriceSource } | null
}

/** The bids of a sealed lot that is decided, best first, and where its price came from (R7.3, R7.6). Undefined for other formats. */
export function rankSealed(history: History<AnyTerms>): SealedRanking | undefined {
  const [{ terms }] = history
  if (terms.format === 'open-ascending' || terms.format === 'ascending-clock') return undefined
  const { order, priceMinor } = outcome(history)
  const bids = order.map(({ bidder, amountMinor }) => ranked(terms, bidder, amountMinor))
  const [winner] = bids
  if (!winner || priceMinor === null) return { bids, price: null }
  const countsMinor = counted(priceMinor, winner.weight)
  return { bids, price: { minor: priceMinor, countsMinor, from: sourceOf(terms, priceMinor, bids.length) } }
}

function ranked(terms: SealedTerms, bidder: string, amountMinor: bigint): RankedBid {
  const weight = weightOf(terms, bidder)
  return { paddle: Number(bidder), amountMinor, countsMinor: counted(amountMinor, weight), weight }
}

function weightOf({ quality, bidders }: SealedTerms, bidder: string): RankedBid['weight'] {
  const scoreHundredths = bidders.find(({ id }) => id === bidder)?.scoreHundredths ?? null
  if (!quality || scoreHundredths === null) return null
  const { passHundredths, cmaxBp } = quality
  return { scoreHundredths, coefficientBp: Number(coefficientBp(scoreHundredths, passHundredths, cmaxBp)) }
}

function counted(amountMinor: bigint, weight: RankedBid['weight']): bigint {
  return (amountMinor * (WHOLE + BigInt(weight?.coefficientBp ?? 0))) / WHOLE
}

function sourceOf({ format, reserveMinor }: SealedTerms, priceMinor: bigint, bids: number): PriceSource {
  if (format === 'sealed-first-price') return 'own-bid'
  return bids < 2 || priceMinor === reserveMinor ? 'reserve' : 'runner-up'
}
