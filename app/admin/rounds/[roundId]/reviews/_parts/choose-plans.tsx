import { LabelName } from '@/components/labels/label-name'
import { buttonClass } from '@/components/ui/button'
import type { DecisionOutcome } from '@/db/schema/reviews'
import { outcomeWords } from '@/domain/decisions/rules'
import type { LadderPlan } from '@/domain/reviews/read-ladder'
import { formatHundredths } from '@/domain/reviews/rules'

/** Plans that are ready for an outcome, all chosen; the next page names them before anything is proposed. */
export function ChoosePlans({
  roundId,
  outcome,
  plans,
}: {
  roundId: string
  outcome: DecisionOutcome
  plans: LadderPlan[]
}) {
  if (plans.length === 0) return null
  return (
    <form action={`/admin/rounds/${roundId}/reviews/decisions/propose`} method="get" className="pane stack">
      <fieldset>
        <input type="hidden" name="outcome" value={outcome} />
        <legend>
          <b>{outcomeWords[outcome]}</b>
        </legend>
        {plans.map(({ applicationId, label, reference, panel }) => (
          <label key={applicationId} className="opt">
            <input type="checkbox" name="application" value={applicationId} defaultChecked />
            <span>
              <LabelName label={label} />{' '}
              <span className="small muted mono whitespace-nowrap">{reference}</span>
              {typeof panel?.score.scoreHundredths === 'number' && (
                <small>{formatHundredths(panel.score.scoreHundredths)} of 100</small>
              )}
            </span>
          </label>
        ))}
      </fieldset>
      <button type="submit" className={`${buttonClass({})} self-start`}>
        Check the names and propose
      </button>
    </form>
  )
}
