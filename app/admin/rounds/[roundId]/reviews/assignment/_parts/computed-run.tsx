import { LabelName } from '@/components/labels/label-name'
import { When } from '@/components/time/when'
import { Form } from '@/components/ui/form'
import { SubmitButton } from '@/components/ui/submit-button'
import type { ComputedRun as Run } from '@/domain/assignments/queries'
import { apply } from '../../actions'

export const points = (tenThousandths: number) => String(tenThousandths / 10_000)

/**
 * A computed assignment: who would be added where, how well the plans are served, and whether it could be better. It is
 * applied from here, below all that it would do.
 */
export function ComputedRun({
  run,
  zone,
  applies,
}: {
  run: Run
  zone: string
  /** Whether it can be applied now. */
  applies: boolean
}) {
  const added = run.places.length
  const name = `${added} ${added === 1 ? 'place' : 'places'}, seed “${run.seed}”`
  return (
    <article className="stack" aria-label={name}>
      <p>
        <b>{name}</b>{' '}
        <span className="small muted">
          computed <When at={run.computedAt} zone={zone} />
          {run.appliedAt ? ', applied' : ''}
        </span>
      </p>
      {run.figures && <Expertise figures={run.figures} />}
      <ul>
        {run.plans.map(({ applicationId, label, reference, readers }) => (
          <li key={applicationId} className="task">
            <span>
              <LabelName label={label} /> <span className="small muted mono">{reference}</span>
            </span>
            <span>{readers.join(', ')}</span>
          </li>
        ))}
      </ul>
      <p className="small soft">
        Plans added: {run.loads.map((load) => `${load.name} ${load.added}`).join(', ')}.
      </p>
      {applies && !run.appliedAt && (
        <Form action={apply}>
          <input type="hidden" name="runId" value={run.id} />
          <input type="hidden" name="roundId" value={run.roundId} />
          <div className="actions">
            <SubmitButton variant="primary" icon="users" busy="Assigning">
              {`Assign all ${added}`}
            </SubmitButton>
          </div>
        </Form>
      )}
    </article>
  )
}

function Expertise({ figures }: { figures: NonNullable<Run['figures']> }) {
  const { worst, total, worstAtMost, totalAtMost } = figures
  const proven = worst === worstAtMost && total === totalAtMost
  return (
    <p>
      Expertise of the plan served worst: <b className="num">{points(worst)}</b>; of all plans:{' '}
      <b className="num">{points(total)}</b>.{' '}
      {proven
        ? 'No assignment is better.'
        : `At best it could be ${points(worstAtMost)} and ${points(totalAtMost)}; the search ended before that was decided.`}
    </p>
  )
}
