import { StateLine } from '@/components/ui/stepper'
import { roundStateWords } from '@/domain/rounds/lifecycle'
import { formatShortDay } from '@/lib/time/format-instant'
import { viewerZone } from '@/lib/time/viewer-zone'
import type { FoundRound } from './read-round'

const line = [
  'draft',
  'approved',
  'applications',
  'review',
  'qualified',
  'bidding',
  'closed',
  'final',
] as const

/** The states of a round with the day it entered each; a round that stands still stands where it stood. */
export async function RoundProgressLine({ round, moves }: Pick<FoundRound, 'round' | 'moves'>) {
  const zone = await viewerZone()
  const stage = round.state === 'suspended' ? round.suspendedFrom : round.state
  const reached = moves.map((move) => move.to as (typeof line)[number])
  const current = stage === 'cancelled' ? lastOf(reached) : line.indexOf((stage ?? 'draft') as never)
  return (
    <StateLine
      label="States of the round"
      current={current}
      live={round.state === 'bidding'}
      steps={line.map((state) => {
        const entered = state === 'draft' ? round.createdAt : moves.find((move) => move.to === state)?.at
        return { text: roundStateWords[state], note: entered && formatShortDay(entered, zone) }
      })}
    />
  )
}

function lastOf(states: (typeof line)[number][]): number {
  return Math.max(0, ...states.map((state) => line.indexOf(state)))
}
