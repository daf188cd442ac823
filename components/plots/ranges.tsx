import { AsTable } from './as-table'
import { RangePlot } from './range-plot'

/** The least of some values, three quantiles, and the greatest. */
export type Quantiles<T> = { min: T; p10: T; p50: T; p90: T; max: T }
export type Range = { name: string; values: Quantiles<number>; mark?: number }

/**
 * Where values lie, row by row: a hairline from the least to the greatest, a bar over the middle eighty in a hundred, a
 * tick at the median. `mark` is what was planned, dashed. The same figures stand in a table. At least one row.
 */
export function Ranges({
  title,
  description,
  rows,
  show,
  markName,
}: {
  title: string
  description: string
  rows: readonly [Range, ...Range[]]
  show(value: number): string
  /** What the dashed mark stands for. */
  markName?: string
}) {
  const most = Math.max(...rows.map(({ values, mark }) => Math.max(values.max, mark ?? 0)), 1)
  return (
    <figure>
      <RangePlot
        title={title}
        description={description}
        rows={rows.map(({ name, values: { min, p10, p50, p90, max }, mark }) => ({
          name,
          line: { low: min, high: max },
          bar: { low: p10, high: p90 },
          tick: p50,
          mark,
        }))}
        greatest={most * 1.02}
        show={show}
      />
      <figcaption className="plot-key">
        <span>Bar: eight in ten. Tick: the middle. Line: least to greatest.</span>
        {markName && <span>Dashed: {markName}.</span>}
      </figcaption>
      <RangeTable title={title} rows={rows} show={show} />
    </figure>
  )
}

const COLUMNS = [
  { name: 'What' },
  { name: 'Least', figures: true },
  { name: '10 %', figures: true },
  { name: 'Middle', figures: true },
  { name: '90 %', figures: true },
  { name: 'Greatest', figures: true },
] as const

function RangeTable({
  title,
  rows,
  show,
}: {
  title: string
  rows: readonly Range[]
  show(value: number): string
}) {
  return (
    <AsTable title={title} columns={COLUMNS}>
      {rows.map(({ name, values }) => (
        <tr key={name}>
          <td>{name}</td>
          {[values.min, values.p10, values.p50, values.p90, values.max].map((value, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: five fixed columns
            <td className="n" key={index}>
              {show(value)}
            </td>
          ))}
        </tr>
      ))}
    </AsTable>
  )
}
