import { type Decision, type Refusal, refuse } from './decision'
import { type CloseMoved, type Interrupted, type Interruption, interrupt } from './interruptions'
import { isOver, type MaybeDate, type Phase } from './lifecycle'

/**
 * Where the timetable of an auction stands that may have none: what is decided from a list asks no clock. `closesAt` is
 * the end of the present stretch of bidding: the close of sealed bids, or of one round or recess of a clock.
 */
export interface Timetable {
  readonly opensAt: MaybeDate
  readonly closesAt: MaybeDate
  readonly suspendedAt: MaybeDate
}

type Timed = Timetable & { readonly phase: Phase; readonly sequence: number }

/** Suspends, resumes with the time that was left, or extends (R7.9). Without a timetable there is nothing to move. */
export function moveTimetable(
  { opensAt, closesAt, ...state }: Timed,
  command: Interruption,
): Decision<Interrupted | CloseMoved> {
  if (!opensAt || !closesAt) return refuse('auction.wrong-command')
  return interrupt({ ...state, opensAt, closesAt, hardEndsAt: null }, command)
}

/** Why nothing can be bid at this instant, if so: intervals are half-open (R7.1). */
export function outsideBidding(
  { opensAt, closesAt, phase }: Omit<Timed, 'sequence'>,
  at: MaybeDate,
): Refusal | undefined {
  if (isOver(phase)) return refuse('bid.closed')
  if (phase === 'suspended') return refuse('bid.suspended')
  if (at && opensAt && at < opensAt) return refuse('bid.not-open')
  return at && closesAt && at >= closesAt ? refuse('bid.closed') : undefined
}

/** Why the present stretch cannot end yet, if so. */
export function notDue({ closesAt, phase }: Omit<Timed, 'sequence'>, at: MaybeDate): Refusal | undefined {
  if (phase === 'suspended') return refuse('auction.suspended')
  return at && closesAt && at < closesAt ? refuse('auction.not-due') : undefined
}

/** The state after an event that only moves the timetable. */
export function afterInterruption<S extends Timed>(state: S, event: Interrupted<MaybeDate> | CloseMoved): S {
  const { sequence } = event
  switch (event.type) {
    case 'auction-suspended':
      return { ...state, sequence, phase: 'suspended', suspendedAt: event.at }
    case 'auction-resumed':
      return { ...state, sequence, phase: 'open', suspendedAt: null }
    case 'auction-cancelled':
      return { ...state, sequence, phase: 'cancelled' }
    case 'close-moved':
      return { ...state, sequence, closesAt: event.closesAt }
  }
}
