import type { IconName } from '@/components/ui/icon'
import { Mark, type Tone } from '@/components/ui/status'
import type { AwardState } from '@/db/schema/awards'
import { awardStateWords } from '@/domain/awards/lifecycle'

const looks: Record<AwardState, { tone: Tone; icon: IconName }> = {
  offered: { tone: 'warn', icon: 'timer' },
  accepted: { tone: 'warn', icon: 'timer' },
  paid: { tone: 'good', icon: 'circle-check' },
  allocated: { tone: 'good', icon: 'globe' },
  declined: { tone: 'quiet', icon: 'ban' },
  defaulted: { tone: 'bad', icon: 'circle-x' },
  revoked: { tone: 'bad', icon: 'ban' },
}

/** Where an award stands: colour, glyph and word. */
export function AwardMark({ state }: { state: AwardState }) {
  return <Mark {...looks[state]}>{awardStateWords[state]}</Mark>
}
