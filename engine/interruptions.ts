import { type ClosingTime, closeAfterSuspension } from './closing-time'
import { type Decision, refuse } from './decision'
import { isOver, type Phase, type Recorded } from './lifecycle'

/** Commands of officers, or of the outage rule, that move or end the timetable (R3.3, R7.9). */
export type Interruption =
  | { readonly type: 'suspend' | 'resume' | 'cancel'; readonly at: Date }
  | { readonly type: 'extend'; readonly at: Date; readonly closesAt: Date }

export interface CloseMoved extends Recorded {
  readonly type: 'close-moved'
  readonly cause: 'soft-close' | 'extension' | 'suspension'
  readonly closesAt: Date
  readonly hardEndsAt: Date | null
}

export interface Interrupted<At = Date> extends Recorded<At> {
  readonly type: 'auction-suspended' | 'auction-resumed' | 'auction-cancelled'
}

interface Interruptible extends ClosingTime {
  readonly phase: Phase
  readonly sequence: number
  readonly suspendedAt: Date | null
}

/**
 * A suspension keeps the bidding time that was left. An extension only ever moves the close to later, past the
 * hard end if need be: it makes up for an outage, so it may come after the close has passed unrecorded.
 */
export function interrupt(state: Interruptible, command: Interruption): Decision<Interrupted | CloseMoved> {
  const { at } = command
  const sequence = state.sequence + 1
  if (isOver(state.phase)) return refuse('auction.closed')
  switch (command.type) {
    case 'cancel':
      return [{ type: 'auction-cancelled', sequence, at }]
    case 'suspend':
      if (state.suspendedAt) return refuse('auction.suspended')
      if (at >= state.closesAt) return refuse('auction.closed')
      return [{ type: 'auction-suspended', sequence, at }]
    case 'resume': {
      if (!state.suspendedAt) return refuse('auction.not-suspended')
      const moved = closeAfterSuspension(state, state.suspendedAt, at)
      return [
        { type: 'auction-resumed', sequence, at },
        { type: 'close-moved', sequence: sequence + 1, at, cause: 'suspension', ...moved },
      ]
    }
    case 'extend': {
      const { closesAt } = command
      if (closesAt <= state.closesAt || closesAt <= at) return refuse('auction.not-later')
      const hardEndsAt = state.hardEndsAt && state.hardEndsAt < closesAt ? closesAt : state.hardEndsAt
      return [{ type: 'close-moved', sequence, at, cause: 'extension', closesAt, hardEndsAt }]
    }
  }
}
