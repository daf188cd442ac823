import Link from 'next/link'
import { Fragment } from 'react'
import { LabelName } from '@/components/labels/label-name'
import { ScoreBar } from '@/components/reviews/score-bar'
import { Mark } from '@/components/ui/status'
import { TableFrame } from '@/components/ui/table'
import type { AssessedPlan, AssessedRound } from '@/domain/reviews/assess-round'
import type { PlanFigures } from '@/domain/reviews/mathematics/assess-panel'
import { formatHundredths } from '@/domain/reviews/rules'
import { PassLine } from '../../_parts/pass-line'
import { showChance } from './reliability-words'

const COLUMNS = ['Plan', 'Plan score', 'Calibrated', 'Chance to reach the line', 'Reviews']

/** Plans by their score, the calibrated score beside it, and the pass line before the row with the index `line`. */
export function CalibratedLadder({
  plans,
  line,
  assessed: { figures, round },
}: {
  plans: AssessedPlan[]
  line: number | undefined
  assessed: AssessedRound
}) {
  const figuresOf = new Map(figures.plans.map((one) => [one.plan, one]))
  const passLine = <PassLine columns={COLUMNS.length} settings={round.settings} />
  return (
    <TableFrame label="Plans by score, with calibrated scores">
      <table className="tbl cards">
        <thead>
          <tr>
            {COLUMNS.map((name) => (
              <th scope="col" key={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plans.map((plan, index) => (
            <Fragment key={plan.applicationId}>
              {index === line && passLine}
              <PlanRow plan={plan} figures={figuresOf.get(plan.reference)} round={round} />
            </Fragment>
          ))}
          {line === plans.length && passLine}
        </tbody>
      </table>
    </TableFrame>
  )
}

type RowProps = { plan: AssessedPlan; figures: PlanFigures | undefined; round: AssessedRound['round'] }

function PlanRow({ plan, figures, round }: RowProps) {
  const reviews = `/admin/rounds/${round.id}/reviews`
  return (
    <tr>
      <th scope="row">
        <Link href={`${reviews}/${plan.applicationId}`} prefetch={false}>
          <LabelName label={plan.label} />
        </Link>
        <br />
        <span className="xs muted mono whitespace-nowrap">{plan.reference}</span>
      </th>
      <td data-label={COLUMNS[1]}>
        <ScoreBar
          scoreHundredths={plan.scoreHundredths}
          passLineHundredths={round.settings.passLineHundredths}
          passes={plan.passes}
        />
        {plan.agreedHundredths !== null && (
          <span className="xs muted">
            {formatHundredths(plan.agreedHundredths)} with the values agreed on
          </span>
        )}
        <WhatFollows plan={plan} figures={figures} assignment={`${reviews}/assignment`} />
      </td>
      <td className="num whitespace-nowrap" data-label={COLUMNS[2]}>
        <Calibrated figures={figures} />
      </td>
      <td className="num" data-label={COLUMNS[3]}>
        {showChance(figures?.chance ?? null)}
      </td>
      <td className="num" data-label={COLUMNS[4]}>
        {figures?.reviews ?? 0}
      </td>
    </tr>
  )
}

function Calibrated({ figures }: { figures: PlanFigures | undefined }) {
  if (!figures || figures.calibrated === null) return <span className="muted">–</span>
  return (
    <>
      {figures.calibrated.toFixed(2)}
      {figures.error !== null && <span className="muted"> ± {figures.error.toFixed(1)}</span>}
    </>
  )
}

function WhatFollows({
  plan: { near },
  figures,
  assignment,
}: {
  plan: AssessedPlan
  figures: PlanFigures | undefined
  assignment: string
}) {
  const differs = figures && figures.passesCalibrated !== null && figures.passesCalibrated !== figures.passes
  return (
    <span className="grid justify-items-start gap-1">
      {near === 'wants-reader' && (
        <Link href={assignment} prefetch={false}>
          <Mark tone="warn" icon="users">
            Needs one more reader
          </Mark>
        </Link>
      )}
      {near === 'waits' && (
        <Mark tone="quiet" icon="clock">
          Near the line; a review is still out
        </Mark>
      )}
      {near === 'near' && (
        <Mark tone="quiet" icon="info">
          Near the line
        </Mark>
      )}
      {differs && (
        <Mark tone="warn" icon="message-square">
          {figures.passes ? 'Passes, calibrated not: discuss' : 'Calibrated it passes: discuss'}
        </Mark>
      )}
    </span>
  )
}
