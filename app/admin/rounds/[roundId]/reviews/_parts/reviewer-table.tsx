import { TableFrame } from '@/components/ui/table'
import type { ReviewerProgress } from '@/domain/reviews/panel-queries'

/** How far each reviewer is. */
export function ReviewerTable({ reviewers }: { reviewers: ReviewerProgress[] }) {
  return (
    <TableFrame label="By reviewer">
      <table className="tbl tight">
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
          </tr>
        </thead>
        <tbody>
          {reviewers.map(({ reviewerId, reviewer, assigned, inProgress, submitted }) => (
            <tr key={reviewerId}>
              <th scope="row">{reviewer}</th>
              <td>
                <progress
                  className="meter max-w-40"
                  value={submitted}
                  max={assigned}
                  aria-label={`${submitted} of ${assigned} submitted`}
                />
              </td>
              <td className="n">
                {submitted} of {assigned}
              </td>
              <td className="n">{inProgress}</td>
              <td className="n">{assigned - submitted - inProgress}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
