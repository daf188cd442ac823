import { AsTable } from '@/components/plots/as-table'
import { PairMatrix } from '@/components/plots/pair-matrix'
import type { AssessedRound } from '@/domain/reviews/assess-round'

const COLUMNS = [
  { name: 'Reviewer' },
  { name: 'And' },
  { name: 'Plans both read', figures: true },
  { name: 'Apart, in points of 5', figures: true },
  { name: 'Same value', figures: true },
] as const

/** How far every two reviewers agree on the plans both read, and the same as a table. */
export function ReviewerMatrix({ assessed: { pairs, bundle, reviewerNames } }: { assessed: AssessedRound }) {
  const { min, max } = bundle.rubric.scale
  const shown = [...new Set(bundle.reviews.map(({ reviewer }) => reviewer))]
    .map((id) => ({ id, name: reviewerNames.get(id) ?? id }))
    .sort((a, b) => a.name.localeCompare(b.name, 'en'))
  const placeOf = new Map(shown.map(({ id }, place) => [id, place]))
  const placed = pairs.map((pair) => {
    const [a, b] = [placeOf.get(pair.one)!, placeOf.get(pair.other)!]
    return { ...pair, row: Math.max(a, b), column: Math.min(a, b) }
  })
  if (placed.length === 0) return <p className="muted">No two reviewers have scored the same plan yet.</p>
  return (
    <figure>
      <PairMatrix
        title="How far reviewers are apart"
        description="For every two reviewers the mean difference of their scores on the plans both read. The table below holds the same figures."
        names={shown.map(({ name }) => name)}
        pairs={placed.map(({ row, column, apart }) => ({
          row,
          column,
          far: apart / (max - min),
          text: apart.toFixed(1),
        }))}
      />
      <figcaption className="plot-key">
        <span>Darker: closer. Empty: no plan in common.</span>
      </figcaption>
      <AsTable title="How far reviewers are apart" columns={COLUMNS}>
        {placed.map(({ one, row, column, plans, apart, same, other }) => (
          <tr key={`${one} ${other}`}>
            <td>{shown[column]!.name}</td>
            <td>{shown[row]!.name}</td>
            <td className="n">{plans}</td>
            <td className="n">{apart.toFixed(2)}</td>
            <td className="n">{Math.round(100 * same)} %</td>
          </tr>
        ))}
      </AsTable>
    </figure>
  )
}
