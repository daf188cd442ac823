import type { Status as NameStatus } from '@/components/labels/status-words'
import type { IconName } from '@/components/ui/icon'
import { Mark, Status, type Tone } from '@/components/ui/status'
import type { RoundState } from '@/db/schema/rounds'
import { roundStateWords } from '@/domain/rounds/lifecycle'

/** Stages that names pass through share the look of the names' own status; the others have a mark. */
const looks: Record<RoundState, { status: NameStatus } | { tone: Tone; icon: IconName }> = {
  draft: { tone: 'quiet', icon: 'pen-line' },
  approved: { tone: 'good', icon: 'file-check' },
  applications: { status: 'open' },
  review: { status: 'review' },
  qualified: { status: 'qualified' },
  bidding: { status: 'live' },
  closed: { status: 'closed' },
  final: { status: 'awarded' },
  suspended: { tone: 'warn', icon: 'pause' },
  cancelled: { tone: 'quiet', icon: 'x' },
}

/** Where a round stands: glyph and word. */
export function RoundStatus({ state }: { state: RoundState }) {
  const look = looks[state]
  if ('status' in look) return <Status status={look.status} word={roundStateWords[state]} />
  return (
    <Mark tone={look.tone} icon={look.icon}>
      {roundStateWords[state]}
    </Mark>
  )
}
