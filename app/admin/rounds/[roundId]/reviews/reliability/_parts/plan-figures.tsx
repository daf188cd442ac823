import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { AssessedRound } from '@/domain/reviews/assess-round'
import { NarrowForm } from '../../_parts/narrow-form'
import { LadderPager } from '../../_parts/pass-line'
import { FEW, type Given, pageOfPlans, placeOfLine, readView } from '../../narrow-plans'
import { CalibratedLadder } from './calibrated-ladder'
import { CriterionChances } from './criterion-chances'
import { ScoreBands } from './score-bands'
import { Section } from './section'

/** Plans on a page: of more, the page opens with those that are near the line. */
const EACH = 50

/** What stands beside the score of each plan: of those near the pass line first where there are many, then of all. */
export function PlanFigures({ assessed, asked }: { assessed: AssessedRound; asked: Given }) {
  const { plans, round } = assessed
  const path = `/admin/rounds/${round.id}/reviews/reliability`
  const close = plans.filter(({ isClose }) => isClose).length
  const [first, other] =
    plans.length > EACH && close > 0 ? (['near', 'all'] as const) : (['all', 'near'] as const)
  const view = readView(asked, [other])
  const part = view.show === other ? other : first
  const page = pageOfPlans(plans, view, EACH, ({ isClose }) => part === 'all' || isClose)
  const line = placeOfLine(
    page,
    EACH,
    ({ scoreHundredths }) => (scoreHundredths ?? -1) < round.settings.passLineHundredths,
  )
  const known = {
    near: { text: 'Near the pass line', count: close },
    all: { text: 'All plans', count: plans.length },
  }
  const parts = [
    { show: '', ...known[first] },
    { show: other, ...known[other] },
  ]
  return (
    <>
      {plans.length > FEW && <NarrowForm path={path} view={view} parts={parts} />}
      {page.fitting.length === 0 ? (
        <EmptyState
          title="No plan fits"
          sorts={false}
          action={<Button href={path}>Show {known[first].text.toLowerCase()}</Button>}
        />
      ) : (
        <>
          <div>
            <CalibratedLadder plans={page.rows} line={line.index} assessed={assessed} />
            <LadderPager path={path} view={view} page={page.page} pages={page.pages} lineOn={line.page} />
            <CriterionChances plans={page.rows} assessed={assessed} />
          </div>
          <Section
            title="How far scores hang on one reviewer, and on the weights"
            about="A plan whose bar crosses the pass line would be judged otherwise by a slightly different panel or rubric. Where there would be no score without somebody, the bar cannot show it: the table names them."
          >
            <ScoreBands plans={page.rows} assessed={assessed} />
          </Section>
        </>
      )}
    </>
  )
}
