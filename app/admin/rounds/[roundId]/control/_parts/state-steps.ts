import type { RoundState } from '@/db/schema/rounds'
import type { ControlRoom } from '@/domain/rounds/control-queries'
import { formatShortDay } from '@/lib/time/format-instant'

const LINE: readonly RoundState[] = [
  'draft',
  'approved',
  'applications',
  'review',
  'qualified',
  'bidding',
  'closed',
  'final',
]

/**
 * The line of states with the day each was first entered: to resume is not to enter. A suspended or cancelled round
 * stands where it was stopped.
 */
export function stateSteps({ round, moves }: ControlRoom) {
  const entered = (state: RoundState) =>
    state === 'draft' ? round.createdAt : moves.find(({ to }) => to === state)?.at
  const stopped = round.state === 'suspended' || round.state === 'cancelled'
  const here = stopped ? (round.suspendedFrom ?? moves.at(-1)?.from ?? 'draft') : round.state
  const current = LINE.indexOf(here)
  const steps = LINE.map((state, index) => {
    const at = index <= current ? entered(state) : undefined
    const note = index === current && stopped ? round.state : at && formatShortDay(at, 'UTC')
    return { text: state, note }
  })
  return { steps, current }
}
