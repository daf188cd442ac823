import Link from 'next/link'
import { Fragment } from 'react'
import { LabelName } from '@/components/labels/label-name'
import { ScoreBar } from '@/components/reviews/score-bar'
import { Spread } from '@/components/reviews/spread'
import { TableFrame } from '@/components/ui/table'
import type { RoundSettings } from '@/db/schema/rounds'
import type { LadderPlan } from '@/domain/reviews/read-ladder'
import { formatWeight } from '@/domain/reviews/rules'
import { PassLine } from './pass-line'
import { PlanState } from './plan-state'

type Round = { id: string; settings: RoundSettings }

/** Plans by score, with the pass line before the row with the index `line`, or after them all where it is their number. */
export function LadderTable({
  plans,
  line,
  round,
}: {
  plans: LadderPlan[]
  line: number | undefined
  round: Round
}) {
  const { rubric } = round.settings
  const columns = rubric.length + 4
  return (
    <TableFrame label="Plans by score">
      <table className="tbl cards">
        <thead>
          <tr>
            <th scope="col">Plan</th>
            <th scope="col">Score of 100</th>
            {rubric.map(({ id, name, weightBp }) => (
              <th scope="col" key={id}>
                {name}, {formatWeight(weightBp)}
              </th>
            ))}
            <th scope="col">Reviews</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {plans.map((plan, index) => (
            <Fragment key={plan.applicationId}>
              {index === line && <PassLine columns={columns} settings={round.settings} />}
              <PlanRow plan={plan} round={round} />
            </Fragment>
          ))}
          {line === plans.length && <PassLine columns={columns} settings={round.settings} />}
        </tbody>
      </table>
    </TableFrame>
  )
}

function PlanRow({ plan, round: { id, settings } }: { plan: LadderPlan; round: Round }) {
  const { panel, readers } = plan
  const submitted = readers.filter(({ progress }) => progress === 'submitted').length
  return (
    <tr>
      <th scope="row">
        <Link href={`/admin/rounds/${id}/reviews/${plan.applicationId}`} prefetch={false}>
          <LabelName label={plan.label} />
        </Link>
        <br />
        <span className="xs muted mono whitespace-nowrap">{plan.reference}</span>
      </th>
      <td data-label="Score of 100">
        {panel ? (
          <ScoreBar
            scoreHundredths={panel.score.scoreHundredths}
            passLineHundredths={settings.passLineHundredths}
            passes={panel.score.passes}
          />
        ) : (
          <span className="small muted">Hidden until you submit your review</span>
        )}
      </td>
      {settings.rubric.map(({ id: criterion, name }) => (
        <td key={criterion} data-label={name}>
          {panel && (
            <Mean
              mean={panel.score.byCriterion[criterion] ?? null}
              values={panel.sheets.flatMap(({ scores }) =>
                scores.flatMap((score) =>
                  score.criterion === criterion && score.value !== null ? [score.value] : [],
                ),
              )}
              minimum={settings.criterionMinimumHundredths / 100}
            />
          )}
        </td>
      ))}
      <td className="num" data-label="Reviews">
        {submitted} of {Math.max(readers.length, settings.reviewersPerPlan)}
      </td>
      <td data-label="State">
        <PlanState plan={plan} settings={settings} />
      </td>
    </tr>
  )
}

function Mean({ mean, values, minimum }: { mean: number | null; values: number[]; minimum: number }) {
  if (mean === null) return <span className="muted">–</span>
  return (
    <span className="row flex-nowrap [--gap:.5rem]">
      <span className={mean < minimum ? 'num text-(--danger)' : 'num'}>{mean.toFixed(2)}</span>
      <Spread values={values} />
    </span>
  )
}
