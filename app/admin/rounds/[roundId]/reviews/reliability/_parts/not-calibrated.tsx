import { Notice } from '@/components/ui/notice'
import type { AssessedRound } from '@/domain/reviews/assess-round'
import { describePieces } from './reliability-words'

/** Why scores are not calibrated, or chances not told; nothing where they are. */
export function NotCalibrated({ assessed: { figures, plans, reviewerNames } }: { assessed: AssessedRound }) {
  if (figures.because) return <Notice title="No chances yet.">{figures.because}</Notice>
  if (figures.plans.some(({ calibrated }) => calibrated !== null)) return null
  const labels = new Map(plans.map(({ reference, label }) => [reference, `${label}.org`]))
  const { why, groups } = describePieces(figures.pieces, {
    plan: (reference) => labels.get(reference) ?? reference,
    reviewer: (id) => reviewerNames.get(id) ?? id,
  })
  return (
    <Notice tone="warn" title="These scores are not calibrated.">
      <p>{why}</p>
      {groups.length > 0 && (
        <ul>
          {groups.map((group) => (
            <li key={group}>{group}</li>
          ))}
        </ul>
      )}
    </Notice>
  )
}
