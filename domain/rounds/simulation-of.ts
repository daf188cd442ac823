import type { Simulation } from '@/engine/simulate/simulate-round'
import { STANDARD_MODEL } from '@/engine/simulate/value-model'
import type { Round } from './lock-round'

/** A clock whose settings say nothing about its rounds. */
const USUAL_CLOCK = { roundMinutes: 30, recessMinutes: 15, stepsPerRound: 5 }

/** So many bidders, lots and repetitions as fit into a second or two. */
const PLACES = 2400
const MOST_REPETITIONS = 50
const LEAST_REPETITIONS = 5

/**
 * What a dry run of a round simulates (R3.4): its own settings, the standard model of bidders, and the hash of the
 * configuration as the seed, so that whoever repeats it gets the same report.
 */
export function simulationOf(
  round: Pick<Round, 'format' | 'settings' | 'biddingOpensAt' | 'biddingClosesAt'>,
  lots: readonly { label: string; reserveMinor: bigint }[],
  bidders: number,
  seed: string,
): Simulation {
  const { settings } = round
  const { hardEnd, windowSeconds, extendSeconds } = settings.softClose
  const each = Math.min(STANDARD_MODEL.lotsEach, Math.max(lots.length, 1))
  const fitting = Math.floor(PLACES / (bidders * each))
  return {
    bidders,
    seed,
    model: STANDARD_MODEL,
    repetitions: Math.min(MOST_REPETITIONS, Math.max(LEAST_REPETITIONS, fitting)),
    round: {
      format: round.format,
      lots: lots.map(({ label, reserveMinor }) => ({ lot: label, reserveMinor })),
      opensAt: round.biddingOpensAt,
      closesAt: round.biddingClosesAt,
      increments: settings.increments.map(({ fromMinor, stepMinor }) => ({
        fromMinor: BigInt(fromMinor),
        stepMinor: BigInt(stepMinor),
      })),
      softClose: { windowSeconds, extendSeconds, hardEndsAt: hardEnd === null ? null : new Date(hardEnd) },
      clock: settings.clock ?? USUAL_CLOCK,
      quality: { passHundredths: settings.passLineHundredths, cmaxBp: settings.qualityCoefficientMaxBp },
      tieRule: settings.ties === 'draw' ? 'draw' : 'score-then-draw',
      runnerUp: settings.runnerUp,
    },
  }
}

/** The same as the document that `portal simulate round` reads. */
export function inputOf({ round, bidders, seed, repetitions, model }: Simulation) {
  const { windowSeconds, extendSeconds, hardEndsAt } = round.softClose
  return {
    config: {
      format: round.format,
      lots: round.lots.map(({ lot, reserveMinor }) => ({ id: lot, reserveMinor: reserveMinor.toString() })),
      open: round.opensAt.toISOString(),
      close: round.closesAt.toISOString(),
      increments: round.increments.map(({ fromMinor, stepMinor }) => ({
        fromMinor: fromMinor.toString(),
        stepMinor: stepMinor.toString(),
      })),
      softClose: { windowSeconds, extendSeconds, hardEnd: hardEndsAt?.toISOString() ?? null },
      clock: round.clock,
      quality: round.quality,
      ties: round.tieRule === 'draw' ? 'draw' : 'plan-score',
      runnerUp: round.runnerUp,
    },
    bidders,
    seed,
    repetitions,
    model,
  }
}
