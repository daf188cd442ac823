import type { AnyTerms } from '../auction'
import type { SoftClose } from '../closing-time'
import { type Increment, problemWithIncrements } from '../increments'
import type { TieRule } from '../ranking'
import type { Bidder, RunnerUpRule } from '../terms'

/** The settings of a round (R3.5) as far as they decide how its bidding goes. */
export interface SimulatedRound {
  readonly format: AnyTerms['format']
  readonly lots: readonly { readonly lot: string; readonly reserveMinor: bigint }[]
  readonly opensAt: Date
  /** When sealed bids are opened, and open bidding ends unless a bid moves it; a clock goes on until it stops. */
  readonly closesAt: Date
  readonly increments: readonly Increment[]
  readonly softClose: SoftClose & { readonly hardEndsAt: Date | null }
  /** A clock round ends `stepsPerRound` increments above its start. */
  readonly clock: {
    readonly roundMinutes: number
    readonly recessMinutes: number
    readonly stepsPerRound: number
  }
  /** The pass line and the coefficient of a plan that scores 100 (R7.6). */
  readonly quality: { readonly passHundredths: number; readonly cmaxBp: number }
  readonly tieRule: TieRule
  readonly runnerUp: RunnerUpRule
}

/** No auction can be held under these settings; `field` says which is wrong, as a path into the round or its terms. */
export class MalformedRound extends Error {
  constructor(readonly field: string) {
    super(`No auction can be held with this ${field}.`)
  }
}

/** What has to be right in every format, since values are drawn and clocks run by it. Throws `MalformedRound`. */
export function requireSound({ increments, opensAt, closesAt }: SimulatedRound): void {
  const row = problemWithIncrements(increments)
  if (row) throw new MalformedRound(row)
  if (!(closesAt > opensAt)) throw new MalformedRound('closesAt')
}

/** The terms that the engine holds one lot of the round under. */
export function termsOf(
  round: SimulatedRound,
  { lot, reserveMinor }: SimulatedRound['lots'][number],
  bidders: readonly Bidder[],
): AnyTerms {
  const { format, tieRule, runnerUp, opensAt, closesAt, increments } = round
  const common = { rulesVersion: 1, lot, reserveMinor, bidders, runnerUp } as const
  if (format === 'open-ascending') {
    const { hardEndsAt, ...softClose } = round.softClose
    return { ...common, format, opensAt, closesAt, increments, softClose, hardEndsAt }
  }
  if (format === 'ascending-clock') return { ...common, format, tieRule }
  const quality = format === 'sealed-quality-weighted' ? round.quality : null
  return { ...common, format, tieRule, quality }
}
