import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import type { RoundSettings } from '@/db/schema/rounds'
import { planWorks, planWorkWords, workOf } from '@/domain/reviews/plan-work'
import type { LadderPlan } from '@/domain/reviews/read-ladder'
import { FEW, type Given, pageOfPlans, placeOfLine, readView } from '../narrow-plans'
import { LadderTable } from './ladder-table'
import { NarrowForm } from './narrow-form'
import { LadderPager } from './pass-line'

/** Plans on a page. */
const EACH = 50

/** The ladder of a round, a page at a time, narrowed to what the address asks for. `path` is the page it stands on. */
export function NarrowedLadder({
  path,
  asked,
  plans,
  round,
}: {
  path: string
  asked: Given
  plans: LadderPlan[]
  round: { id: string; settings: RoundSettings }
}) {
  if (plans.length === 0)
    return <EmptyState title="No plans">Nobody submitted an application in this round.</EmptyState>
  const view = readView(asked, planWorks)
  const page = pageOfPlans(plans, view, EACH, (plan) => !view.show || workOf(plan) === view.show)
  const line = placeOfLine(
    page,
    EACH,
    ({ panel }) => (panel?.score.scoreHundredths ?? -1) < round.settings.passLineHundredths,
  )
  return (
    <>
      {plans.length > FEW && <NarrowForm path={path} view={view} parts={partsOf(plans)} />}
      {page.fitting.length === 0 ? (
        <EmptyState title="No plan fits" sorts={false} action={<Button href={path}>Show all plans</Button>} />
      ) : (
        <div>
          <LadderTable plans={page.rows} line={line.index} round={round} />
          <LadderPager path={path} view={view} page={page.page} pages={page.pages} lineOn={line.page} />
        </div>
      )}
    </>
  )
}

function partsOf(plans: LadderPlan[]) {
  const works = plans.map(workOf)
  return [
    { show: '', text: 'All plans', count: plans.length },
    ...planWorks.map((show) => ({
      show,
      text: planWorkWords[show],
      count: works.filter((work) => work === show).length,
    })),
  ]
}
