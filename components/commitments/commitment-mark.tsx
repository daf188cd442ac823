import type { IconName } from '@/components/ui/icon'
import { Mark, type Tone } from '@/components/ui/status'
import type { CommitmentOutcome, CommitmentState } from '@/db/schema/build-out'
import { commitmentStateWords } from '@/domain/commitments/lifecycle'
import { outcomeWords } from '@/domain/commitments/rules'

const looks: Record<CommitmentState, [Tone, IconName]> = {
  planned: ['quiet', 'circle'],
  'due-soon': ['info', 'clock'],
  extended: ['info', 'calendar-plus'],
  submitted: ['info', 'search'],
  returned: ['warn', 'rotate-ccw'],
  verified: ['good', 'circle-check'],
  waived: ['quiet', 'ban'],
  overdue: ['bad', 'triangle-alert'],
  'cure-notice': ['bad', 'triangle-alert'],
  remedy: ['bad', 'gavel'],
  closed: ['good', 'check'],
}

/** Where a commitment stands: colour, glyph and word; a closed one says what became of it. */
export function CommitmentMark({
  state,
  outcome,
}: {
  state: CommitmentState
  outcome: CommitmentOutcome | null
}) {
  const [tone, icon] = outcome === 'not-kept' ? (['bad', 'circle-x'] as const) : looks[state]
  return (
    <Mark tone={tone} icon={icon}>
      {state === 'closed' && outcome ? outcomeWords[outcome] : commitmentStateWords[state]}
    </Mark>
  )
}
