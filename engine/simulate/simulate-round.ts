/**
 * A round held with synthetic bidders on a compressed clock (R3.4), decided by the engine itself. Pure: the seed is the
 * only chance there is, so the same settings, number and seed give the same report everywhere.
 */
import type { AnyState } from '../auction'
import type { ClockState } from '../formats/ascending-clock-terms'
import type { OpenAscendingState } from '../formats/open-ascending-terms'
import type { SealedState } from '../formats/sealed-bids'
import { type Floor, openFloor } from './auction-floor'
import { holdClock } from './hold-clock'
import { holdOpenAscending } from './hold-open-ascending'
import { holdSealed } from './hold-sealed'
import { randomFrom } from './random'
import { reportOn, type SimulationReport } from './report'
import { requireSound, type SimulatedRound } from './simulated-round'
import { drawBidders, type ValueModel } from './value-model'

export interface Simulation {
  readonly round: SimulatedRound
  readonly bidders: number
  readonly seed: string
  readonly repetitions: number
  readonly model: ValueModel
}

/**
 * Holds the round once, from the opening to the last close. Each repetition draws other bidders from the same seed.
 * Throws `MalformedRound` when no auction can be held under the settings.
 */
export function holdOnce({ round, bidders, seed, model }: Simulation, repetition: number): Floor {
  requireSound(round)
  const random = randomFrom(`pir-simulation-v1|${seed}|${repetition}`)
  const people = drawBidders(round, bidders, model, random)
  const floor: Floor<AnyState> = openFloor(round, people)
  if (round.format === 'open-ascending') holdOpenAscending(round, floor as Floor<OpenAscendingState>, random)
  else if (round.format === 'ascending-clock') holdClock(round, floor as Floor<ClockState>, model, random)
  else holdSealed(round, floor as Floor<SealedState>, model, random)
  return floor
}

/** All repetitions and their report. A process that answers others meanwhile calls `holdOnce` with pauses. */
export function simulateRound(simulation: Simulation): SimulationReport {
  const floors = Array.from({ length: simulation.repetitions }, (_, index) => holdOnce(simulation, index))
  return reportOn(simulation, floors)
}
