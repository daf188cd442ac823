import type { IconName } from '@/components/ui/icon'
import { Mark, type Tone } from '@/components/ui/status'
import { type ReviewProgress, reviewProgressWords } from '@/domain/reviews/rules'

const looks: Record<ReviewProgress, { tone: Tone; icon: IconName }> = {
  'not-started': { tone: 'quiet', icon: 'circle' },
  'in-progress': { tone: 'info', icon: 'half-disc' },
  submitted: { tone: 'good', icon: 'circle-check' },
}

/** How far a review is: colour, glyph and word. */
export function ProgressMark({ progress }: { progress: ReviewProgress }) {
  return <Mark {...looks[progress]}>{reviewProgressWords[progress]}</Mark>
}
