import { TableFrame } from '@/components/ui/table'
import type { AssessedRound } from '@/domain/reviews/assess-round'
import { describeSeverity, showSigned } from './reliability-words'

/** How severe each reviewer is beside the others, or why nothing is told. */
export function SeverityTable({ assessed: { figures, bundle, reviewerNames } }: { assessed: AssessedRound }) {
  const isCalibrated = figures.plans.some(({ calibrated }) => calibrated !== null)
  return (
    <TableFrame label="Severity of reviewers">
      <table className="tbl tight">
        <thead>
          <tr>
            <th scope="col">Reviewer</th>
            <th scope="col">In words</th>
            <th scope="col" className="n">
              Reviews
            </th>
            <th scope="col" className="n">
              Points
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.reviewers.map((one) => (
            <tr key={one.reviewer}>
              <th scope="row">{reviewerNames.get(one.reviewer)}</th>
              <td>{describeSeverity(one, bundle.parameters.leastReviews, isCalibrated)}</td>
              <td className="n">{one.reviews}</td>
              <td className="n whitespace-nowrap">
                {one.effect === null ? '–' : showSigned(one.effect)}
                {one.error !== null && <span className="muted"> ± {one.error.toFixed(1)}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
