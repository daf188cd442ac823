import type { RoundSettings } from '@/db/schema/rounds'
import { outcome } from '@/engine/auction'
import type { SealedFormat, SealedTerms } from '@/engine/formats/sealed-bids'
import { coefficientBp } from '@/engine/formats/sealed-quality-weighted'
import { decideExample } from './decide-example'

export type SealedExampleBid = {
  who: string
  amountMinor: bigint
  /** What the plan adds, in basis points, and what the bid counts as with it; null where quality does not count. */
  weight: { scoreHundredths: number; coefficientBp: bigint; countsMinor: bigint } | null
}
export type SealedExample = { bids: SealedExampleBid[]; winner: string; priceMinor: bigint }

const WHOLE = 10_000n
/** By how many hundredths of the reserve each bid is above it, and how far its plan is above the pass line. */
const RIVALS = [
  { paddle: '14', above: 60n, quality: 0.8 },
  { paddle: '31', above: 70n, quality: 0 },
  { paddle: '40', above: 25n, quality: 0.5 },
]

/**
 * Three sealed bids on a name with this reserve (cents), under the round's own settings and decided by the engine, so
 * that the example can never say anything else than the rule does.
 */
export function sealedExample(
  format: SealedFormat,
  settings: RoundSettings,
  reserveMinor: bigint,
): SealedExample {
  const passHundredths = settings.passLineHundredths
  const cmaxBp = settings.qualityCoefficientMaxBp
  const weighted = format === 'sealed-quality-weighted'
  const scoreOf = (quality: number) => passHundredths + Math.round(quality * (10_000 - passHundredths))
  const terms: SealedTerms = {
    format,
    rulesVersion: 1,
    lot: 'example',
    reserveMinor,
    runnerUp: settings.runnerUp,
    tieRule: 'draw',
    quality: weighted ? { passHundredths, cmaxBp } : null,
    bidders: RIVALS.map(({ paddle, quality }) => ({
      id: paddle,
      depositMinor: 0n,
      scoreHundredths: scoreOf(quality),
    })),
  }
  const bids = RIVALS.map(({ paddle, above, quality }) => {
    const amountMinor = (reserveMinor * (100n + above)) / 100n
    const scoreHundredths = scoreOf(quality)
    const coefficient = coefficientBp(scoreHundredths, passHundredths, cmaxBp)
    const countsMinor = (amountMinor * (WHOLE + coefficient)) / WHOLE
    return {
      paddle,
      who: `Paddle ${paddle}`,
      amountMinor,
      weight: weighted ? { scoreHundredths, coefficientBp: coefficient, countsMinor } : null,
    }
  })
  const { history } = decideExample(terms, [
    ...bids.map(({ paddle, amountMinor }) => () => ({
      type: 'submit-bid' as const,
      bidder: paddle,
      amountMinor,
      at: null,
      availableMinor: null,
    })),
    () => ({ type: 'close', at: null, seedHex: null }),
  ])
  const { winner, priceMinor } = outcome(history)
  return {
    bids: bids.map(({ who, amountMinor, weight }) => ({ who, amountMinor, weight })),
    winner: `Paddle ${winner}`,
    priceMinor: priceMinor ?? reserveMinor,
  }
}
