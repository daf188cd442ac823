import { scaleLinear } from 'd3-scale'
import { AsTable } from './as-table'

/** The least of some values, three quantiles, and the greatest. */
export type Quantiles<T> = { min: T; p10: T; p50: T; p90: T; max: T }
export type Range = { name: string; values: Quantiles<number>; mark?: number }

/** Down, in pixels; along, in thousandths of whatever width there is, so that figures keep their size at any width. */
const FRAME = { top: 8, row: 34, foot: 26, width: 1000 }

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
  const x = scaleLinear([0, most * 1.02], [0, FRAME.width])
  const ticks = x.ticks(4)
  const bottom = FRAME.top + rows.length * FRAME.row
  const middleOf = (index: number) => FRAME.top + (index + 0.5) * FRAME.row
  return (
    <figure>
      <svg className="plot ranges" width="100%" height={bottom + FRAME.foot} role="img" aria-label={title}>
        <desc>{description}</desc>
        <svg
          className="stretched"
          viewBox={`0 0 ${FRAME.width} ${bottom}`}
          preserveAspectRatio="none"
          width="100%"
          height={bottom}
          aria-hidden="true"
        >
          {ticks.map((value) => (
            <path key={value} className="grid" d={`M${x(value)} ${FRAME.top}V${bottom}`} />
          ))}
          {rows.map((range, index) => (
            <Row key={range.name} range={range} x={x} y={middleOf(index)} />
          ))}
        </svg>
        {ticks.map((value, index) => (
          <text
            key={value}
            className={index % 2 === 1 ? 'spare' : undefined}
            x={`${x(value) / 10}%`}
            y={bottom + 18}
            textAnchor="middle"
          >
            {show(value)}
          </text>
        ))}
        {rows.map(({ name }, index) => (
          <text key={name} x="0" dx="-10" y={middleOf(index) + 4} textAnchor="end">
            {name}
          </text>
        ))}
      </svg>
      <figcaption className="plot-key">
        <span>Bar: eight in ten. Tick: the middle. Line: least to greatest.</span>
        {markName && <span>Dashed: {markName}.</span>}
      </figcaption>
      <RangeTable title={title} rows={rows} show={show} />
    </figure>
  )
}

function Row({ range, x, y }: { range: Range; x(value: number): number; y: number }) {
  const { values, mark } = range
  const width = Math.max(x(values.p90) - x(values.p10), 2)
  return (
    <g>
      <path className="tick" d={`M${x(values.min)} ${y}H${x(values.max)}`} />
      <rect className="middle" x={x(values.p10)} y={y - 7} width={width} height={14} />
      <path className="median" d={`M${x(values.p50)} ${y - 10}v20`} />
      {mark !== undefined && <path className="reserve" d={`M${x(mark)} ${y - 14}v28`} />}
    </g>
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
