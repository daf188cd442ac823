import { Mark } from '@/components/ui/status'
import type { RoundSettings } from '@/db/schema/rounds'
import { outcomeWords } from '@/domain/decisions/rules'
import type { LadderPlan } from '@/domain/reviews/read-ladder'

/** What a plan waits for, or how it was decided. */
export function PlanState({ plan, settings }: { plan: LadderPlan; settings: RoundSettings }) {
  const { decision, state, panel, likely } = plan
  if (decision)
    return (
      <Mark
        tone={decision.outcome === 'qualified' ? 'good' : 'quiet'}
        icon={decision.outcome === 'qualified' ? 'circle-check' : 'circle-x'}
      >
        {outcomeWords[decision.outcome]}
        {!decision.releasedAt && ', not released'}
      </Mark>
    )
  if (state === 'withdrawn')
    return (
      <Mark tone="quiet" icon="ban">
        Withdrawn
      </Mark>
    )
  if (!panel) return null
  if (panel.undiscussed.length > 0) {
    const names = panel.undiscussed.map(
      ({ criterion }) => settings.rubric.find(({ id }) => id === criterion)?.name ?? criterion,
    )
    return (
      <Mark tone="warn" icon="message-square">
        Must be discussed: {names.join(', ')}
      </Mark>
    )
  }
  if (likely)
    return (
      <Mark tone="info" icon="circle">
        {likely === 'qualified' ? 'Passes, to be decided' : 'Below, to be decided'}
      </Mark>
    )
  const needed = settings.reviewersPerPlan - plan.readers.length
  return (
    <Mark tone="quiet" icon="clock">
      {needed > 0 ? `Needs ${needed} more ${needed === 1 ? 'reviewer' : 'reviewers'}` : 'Reviews outstanding'}
    </Mark>
  )
}
