import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { Pager } from '@/components/ui/pager'
import type { assignmentsOfRound } from '@/domain/assignments/queries'
import { hasPlan, readersIn } from '@/domain/reviews/board-cell'
import { AssignmentBoard } from '../../_parts/assignment-board'
import { NarrowForm } from '../../_parts/narrow-form'
import { assign, unassign } from '../../actions'
import { FEW, type Given, pageOfPlans, readView, viewHref } from '../../narrow-plans'

/** Plans on a page: each is a row with a cell for every reviewer. */
const EACH = 25

type Board = NonNullable<Awaited<ReturnType<typeof assignmentsOfRound>>>

/** The board of a round, a page at a time, narrowed to what the address asks for. */
export function NarrowedBoard({
  board: { round, reviewers, plans },
  asked,
  assigns,
}: {
  board: Board
  asked: Given
  assigns: boolean
}) {
  const path = `/admin/rounds/${round.id}/reviews/assignment`
  const needed = round.settings.reviewersPerPlan
  const lacks = ({ cells, decision }: Board['plans'][number]) => !decision && readersIn(cells) < needed
  const view = readView(asked, ['lacking'])
  const page = pageOfPlans(plans, view, EACH, (plan) => view.show === '' || lacks(plan))
  const parts = [
    { show: '', text: 'All plans', count: plans.length },
    { show: 'lacking', text: 'Lack reviewers', count: plans.filter(lacks).length },
  ]
  return (
    <>
      {plans.length > FEW && <NarrowForm path={path} view={view} parts={parts} />}
      {page.fitting.length === 0 ? (
        <EmptyState title="No plan fits" sorts={false} action={<Button href={path}>Show all plans</Button>} />
      ) : (
        <div>
          <AssignmentBoard
            roundId={round.id}
            view={{ ...view, page: page.page }}
            reviewers={reviewers.map(({ userId, name }, column) => ({
              userId,
              name,
              load: plans.filter(({ cells }) => hasPlan(cells[column]!)).length,
            }))}
            plans={page.rows.map(({ applicationId, label, reference, decision, cells }) => ({
              applicationId,
              label,
              reference,
              open: !decision && assigns,
              cells,
            }))}
            needed={needed}
            assign={assign}
            unassign={unassign}
          />
          <Pager page={page.page} pages={page.pages} href={(to) => viewHref(path, view, { page: to })} />
        </div>
      )}
    </>
  )
}
