import { AsTable } from '@/components/plots/as-table'
import { ValueCountsPlot } from '@/components/plots/value-counts'
import type { AssessedRound } from '@/domain/reviews/assess-round'

/** How often each value was given on each criterion, and the same as a table. */
export function ScoreCounts({ assessed: { counts, bundle, round } }: { assessed: AssessedRound }) {
  const lowest = bundle.rubric.scale.min
  const values = counts[0]?.counts.map((_, index) => lowest + index) ?? []
  const nameOf = (id: string) => round.settings.rubric.find((one) => one.id === id)?.name ?? id
  return (
    <figure>
      <div className="grid gap-x-10 gap-y-6 sm:grid-cols-2 lg:grid-cols-3">
        {counts.map(({ criterion, ...given }) => (
          <div key={criterion}>
            <h3>{nameOf(criterion)}</h3>
            <ValueCountsPlot name={nameOf(criterion)} lowest={lowest} {...given} />
          </div>
        ))}
      </div>
      <AsTable
        title="How often each value was given"
        columns={[
          { name: 'Criterion' },
          ...values.map((value) => ({ name: String(value), figures: true as const })),
          { name: 'Not applicable', figures: true },
        ]}
      >
        {counts.map((one) => (
          <tr key={one.criterion}>
            <td>{nameOf(one.criterion)}</td>
            {values.map((value, index) => (
              <td className="n" key={value}>
                {one.counts[index]}
              </td>
            ))}
            <td className="n">{one.without}</td>
          </tr>
        ))}
      </AsTable>
    </figure>
  )
}
