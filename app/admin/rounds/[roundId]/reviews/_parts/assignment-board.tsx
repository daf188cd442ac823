'use client'

import { useActionState } from 'react'
import { LabelName } from '@/components/labels/label-name'
import { buttonClass } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Icon } from '@/components/ui/icon'
import { Mark } from '@/components/ui/status'
import { TableFrame } from '@/components/ui/table'
import { type BoardCell, readersIn } from '@/domain/reviews/board-cell'
import type { FormState } from '@/lib/form-action'
import type { View } from '../narrow-plans'

type Action = (previous: FormState, form: FormData) => Promise<FormState>
type Plan = { applicationId: string; label: string; reference: string; open: boolean; cells: BoardCell[] }

/** Reviewers across, plans down: one button per pair, of one of two forms. Works without JavaScript. */
export function AssignmentBoard(props: {
  roundId: string
  /** `load`: how many plans of the round they have, on other pages too. */
  reviewers: { userId: string; name: string; load: number }[]
  plans: Plan[]
  needed: number
  /** Where the board stands, and stays. */
  view: View
  assign: Action
  unassign: Action
}) {
  const { roundId, reviewers, plans, needed, view } = props
  const [assigned, assign, isAssigning] = useActionState(props.assign, {})
  const [removed, unassign, isRemoving] = useActionState(props.unassign, {})
  const error = assigned.error ?? removed.error
  const place = Object.entries({ roundId, ...view }).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ))
  return (
    <div aria-busy={isAssigning || isRemoving}>
      {error && <ErrorSummary message={error.message} fields={error.fields} />}
      <form id="assign" action={assign}>
        {place}
      </form>
      <form id="unassign" action={unassign}>
        {place}
      </form>
      <TableFrame label="Assignment">
        <table className="tbl">
          <thead>
            <tr>
              <th scope="col">Plan</th>
              <th scope="col">Reviewers</th>
              {reviewers.map(({ userId, name, load }) => (
                <th scope="col" key={userId}>
                  {name}
                  <br />
                  <span className="muted">{load} plans</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {plans.map(({ applicationId, label, reference, open, cells }) => (
              <tr key={applicationId}>
                <th scope="row">
                  <LabelName label={label} />
                  <br />
                  <span className="xs muted mono whitespace-nowrap">{reference}</span>
                </th>
                <td className={readersIn(cells) < needed ? 'num text-(--warn)' : 'num'}>
                  {readersIn(cells)} of {needed}
                </td>
                {cells.map((cell, column) => (
                  <td key={reviewers[column]!.userId}>
                    <Cell
                      cell={cell}
                      pair={`${applicationId} ${reviewers[column]!.userId}`}
                      what={`${label}.org, ${reviewers[column]!.name}`}
                      open={open}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </div>
  )
}

const barredWords = {
  declared: 'Conflict declared',
  member: 'Acts for the applicant',
  seen: 'Reads the scores of others',
}

function Cell({
  cell: { state, grounds, gaveBack },
  pair,
  what,
  open,
}: {
  cell: BoardCell
  pair: string
  what: string
  open: boolean
}) {
  if (state === 'declared' || state === 'member' || state === 'seen')
    return (
      <Mark tone="bad" icon="ban">
        {barredWords[state]}
      </Mark>
    )
  return (
    <div className="small">
      {state === 'submitted' && (
        <Mark tone="good" icon="circle-check">
          Submitted
        </Mark>
      )}
      {state === 'assigned' && (
        <span className="row flex-nowrap [--gap:.3rem]">
          <Mark tone="info" icon="check">
            Assigned
          </Mark>
          {open && (
            <button
              type="submit"
              form="unassign"
              name="pair"
              value={pair}
              className={buttonClass({ variant: 'quiet', size: 's' })}
            >
              <Icon name="x" size="s" title={`Take back ${what}`} />
            </button>
          )}
        </span>
      )}
      {state === 'free' &&
        (open ? (
          <button type="submit" form="assign" name="pair" value={pair} className={buttonClass({ size: 's' })}>
            Assign<span className="sr-only"> {what}</span>
          </button>
        ) : (
          <span className="muted">–</span>
        ))}
      {gaveBack && (
        <span className="mt-1 block soft">
          <Icon name="rotate-ccw" size="s" title="Gave it back:" /> {gaveBack}
        </span>
      )}
      {grounds.length > 0 && (
        <span className="mt-1 block text-(--warn)">
          <Icon name="triangle-alert" size="s" title="Likely conflict:" /> {grounds.join('; ')}
        </span>
      )}
    </div>
  )
}
