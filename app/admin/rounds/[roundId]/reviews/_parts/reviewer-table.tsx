import Link from 'next/link'
import { TableFrame } from '@/components/ui/table'
import type { ReviewerProgress } from '@/domain/reviews/panel-queries'

/** How far each reviewer is. `takesBackIn` is the round, where what they have not submitted can be taken back now. */
export function ReviewerTable({
  reviewers,
  takesBackIn,
}: {
  reviewers: ReviewerProgress[]
  takesBackIn?: string
}) {
  return (
    <TableFrame label="By reviewer">
      <table className="tbl tight cards">
        <thead>
          <tr>
            <th scope="col">Reviewer</th>
            <th scope="col">Progress</th>
            <th scope="col" className="n">
              Submitted
            </th>
            <th scope="col" className="n">
              In progress
            </th>
            <th scope="col" className="n">
              Not started
            </th>
            {takesBackIn && (
              <th scope="col">
                <span className="sr-only">Take back</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {reviewers.map(({ reviewerId, reviewer, assigned, inProgress, submitted }) => (
            <tr key={reviewerId}>
              <th scope="row">{reviewer}</th>
              <td data-label="Progress">
                <progress
                  className="meter max-w-40"
                  value={submitted}
                  max={assigned}
                  aria-label={`${submitted} of ${assigned} submitted`}
                />
              </td>
              <td className="n" data-label="Submitted">
                {submitted} of {assigned}
              </td>
              <td className="n" data-label="In progress">
                {inProgress}
              </td>
              <td className="n" data-label="Not started">
                {assigned - submitted - inProgress}
              </td>
              {takesBackIn && (
                <td>
                  {assigned > submitted && (
                    <Link
                      href={`/admin/rounds/${takesBackIn}/reviews/take-back/${reviewerId}`}
                      prefetch={false}
                    >
                      Take back<span className="sr-only"> what {reviewer} has not submitted</span>
                    </Link>
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
