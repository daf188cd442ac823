/**
 * Who bids in a simulation, for how much and how. Nothing of it is known of real bidders: it is stated in every report,
 * and serves to see how a round's settings behave, not to forecast what it brings.
 */
import { stepAt } from '../increments'
import type { Bidder } from '../terms'
import type { Random } from './random'
import type { SimulatedRound } from './simulated-round'

export interface ValueModel {
  /** What a lot is worth to a bidder in the middle, in basis points of its reserve. */
  readonly medianBp: number
  /** The deviation of the logarithm of a value around that. */
  readonly sigma: number
  /** On how many lots a bidder bids on average. */
  readonly lotsEach: number
  /** How many bidders have a deposit for half of what they would bid in all; the others' covers it. */
  readonly shortOfLimitBp: number
  /** How many bid early and in steps, and how many wait for the last minutes; the rest state their value at once. */
  readonly earlyBp: number
  readonly sniperBp: number
  /** How often a sealed bid is replaced, and how often withdrawn. */
  readonly replaceBp: number
  readonly withdrawBp: number
  /** How often a bidder leaves a clock in a round in which it could have stayed. */
  readonly exitBp: number
}

/** What is assumed where nobody says otherwise. */
export const STANDARD_MODEL: ValueModel = {
  medianBp: 30_000,
  sigma: 0.8,
  lotsEach: 3,
  shortOfLimitBp: 2500,
  earlyBp: 4000,
  sniperBp: 3000,
  replaceBp: 1500,
  withdrawBp: 300,
  exitBp: 300,
}

export type Behaviour = 'early' | 'sniper' | 'proxy'

export interface SyntheticBidder extends Bidder {
  readonly scoreHundredths: number
  readonly behaviour: Behaviour
  /** What each lot it bids on is worth to it, in whole dollars as cents. */
  readonly values: ReadonlyMap<string, bigint>
}

/** So many bidders with values, deposits, plan scores at or above the pass line, and a way of bidding. */
export function drawBidders(
  round: SimulatedRound,
  count: number,
  model: ValueModel,
  random: Random,
): SyntheticBidder[] {
  return Array.from({ length: count }, (_, index) => {
    const values = new Map<string, bigint>()
    for (const lot of round.lots) {
      if (!random.chance((10_000 * model.lotsEach) / round.lots.length)) continue
      values.set(lot.lot, drawValue(round, lot.reserveMinor, model, random))
    }
    const total = [...values.values()].reduce((sum, value) => sum + value, 0n)
    const covered = random.chance(model.shortOfLimitBp) ? total / 2n : total
    const { passHundredths } = round.quality
    return {
      id: `S${String(index + 1).padStart(3, '0')}`,
      depositMinor: (covered + 9n) / 10n,
      scoreHundredths: passHundredths + random.below(10_001 - passHundredths),
      behaviour: drawBehaviour(model, random),
      values,
    }
  })
}

/** Log-normal around the reserve; around ten first steps where there is none. */
function drawValue(
  { increments }: SimulatedRound,
  reserveMinor: bigint,
  { medianBp, sigma }: ValueModel,
  random: Random,
): bigint {
  const middle = reserveMinor > 0n ? reserveMinor : stepAt(increments, 0n) * 10n
  const factorBp = Math.min(Math.round(medianBp * Math.exp(sigma * random.normal())), 1e12)
  const value = (middle * BigInt(factorBp)) / 10_000n
  return value - (value % 100n)
}

function drawBehaviour({ earlyBp, sniperBp }: ValueModel, random: Random): Behaviour {
  const drawn = random.below(10_000)
  if (drawn < earlyBp) return 'early'
  return drawn < earlyBp + sniperBp ? 'sniper' : 'proxy'
}
