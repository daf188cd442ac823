import { AsTable } from './as-table'
import { RangePlot } from './range-plot'

export type HistoryPoint = {
  name: string
  score: number | null
  low: number | null
  high: number | null
  /** What stands in the table where there is no score. */
  word: string
}

/** Scores month by month with their intervals: a bar for what chance allows, a tick at the score. At least one point. */
export function ScoreHistory({ title, points }: { title: string; points: readonly HistoryPoint[] }) {
  const rows = points.flatMap(({ name, score, low, high }) =>
    score === null ? [] : [{ name, bar: { low: low ?? score, high: high ?? score }, tick: score }],
  )
  return (
    <figure>
      {rows.length > 0 && (
        <>
          <RangePlot
            title={title}
            description="Each month’s score with its 95 % interval; the figures stand in the table below."
            rows={rows}
            greatest={100}
            show={(value) => value.toFixed(0)}
          />
          <figcaption className="plot-key">
            <span>Tick: the score. Bar: 95 % interval.</span>
          </figcaption>
        </>
      )}
      <AsTable
        title={title}
        columns={[
          { name: 'Month' },
          { name: 'Score', figures: true },
          { name: 'From', figures: true },
          { name: 'To', figures: true },
        ]}
      >
        {points.map(({ name, score, low, high, word }) => (
          <tr key={name}>
            <td>{name}</td>
            <td className="n">{score === null ? word : score.toFixed(2)}</td>
            <td className="n">{low?.toFixed(2)}</td>
            <td className="n">{high?.toFixed(2)}</td>
          </tr>
        ))}
      </AsTable>
    </figure>
  )
}
