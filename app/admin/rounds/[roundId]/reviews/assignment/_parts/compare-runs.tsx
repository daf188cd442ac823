import Link from 'next/link'
import { When } from '@/components/time/when'
import { TableFrame } from '@/components/ui/table'
import type { ComputedRun as Run } from '@/domain/assignments/queries'
import { points } from './computed-run'

const COLUMNS = ['Seed', 'Most for one reviewer', 'Places', 'Plan served worst', 'All plans', 'Same places']

/** The last computed assignments side by side: how well each serves the plans, and how far each is like the open one. */
export function CompareRuns({ runs, open, zone }: { runs: Run[]; open: Run | undefined; zone: string }) {
  const inOpen = new Set(open?.places)
  return (
    <>
      <p className="small soft">
        Expertise of the plan that is served worst and of all plans, in levels that reviewers stated. Open one
        to see who would read what before anything is assigned.
      </p>
      <TableFrame label="Computed assignments compared">
        <table className="tbl tight cards">
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
            {runs.map((run) => (
              <tr key={run.id}>
                <th scope="row">
                  {run.id === open?.id ? (
                    <>“{run.seed}”, open below</>
                  ) : (
                    <Link
                      href={`/admin/rounds/${run.roundId}/reviews/assignment?computed=${run.id}#computed`}
                      prefetch={false}
                    >
                      “{run.seed}”
                    </Link>
                  )}
                  <br />
                  <span className="xs muted">
                    <When at={run.computedAt} zone={zone} />
                    {run.appliedAt ? ', applied' : ''}
                  </span>
                </th>
                <td className="num" data-label={COLUMNS[1]}>
                  {run.cap}
                </td>
                <td className="num" data-label={COLUMNS[2]}>
                  {run.places.length}
                </td>
                <td className="num" data-label={COLUMNS[3]}>
                  {run.figures ? points(run.figures.worst) : '–'}
                </td>
                <td className="num" data-label={COLUMNS[4]}>
                  {run.figures ? points(run.figures.total) : '–'}
                </td>
                <td className="num" data-label={COLUMNS[5]}>
                  {open ? `${run.places.filter((place) => inOpen.has(place)).length} of ${inOpen.size}` : '–'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </>
  )
}
