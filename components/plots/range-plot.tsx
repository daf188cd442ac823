import { scaleLinear } from 'd3-scale'

type Stretch = { low: number; high: number }

/** A row of a plot: a hairline, a bar upon it, a tick, and a dashed mark; the tick and the mark are one value each. */
export type PlotRow = {
  /** Stands before the row; no two rows share it. */
  name: string
  line?: Stretch
  bar: Stretch
  tick: number
  mark?: number
}

/** Down, in pixels; along, in thousandths of whatever width there is, so that figures keep their size at any width. */
const FRAME = { top: 8, row: 34, foot: 26, width: 1000 }

/** Of more than so many rows each is lower, or the plot gets taller than anybody scrolls. */
const MANY = { rows: 40, row: 22 }

/** Ranges as horizontal bars over one scale from 0 to `greatest`. What they mean, and a table, stand beside it. */
export function RangePlot({
  title,
  description,
  rows,
  greatest,
  show,
}: {
  title: string
  description: string
  rows: readonly PlotRow[]
  greatest: number
  show(value: number): string
}) {
  const x = scaleLinear([0, greatest], [0, FRAME.width])
  const ticks = x.ticks(4)
  const each = rows.length > MANY.rows ? MANY.row : FRAME.row
  const bottom = FRAME.top + rows.length * each
  const middleOf = (index: number) => FRAME.top + (index + 0.5) * each
  return (
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
        {rows.map((row, index) => (
          <Row key={row.name} row={row} x={x} y={middleOf(index)} />
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
  )
}

function Row({ row, x, y }: { row: PlotRow; x(value: number): number; y: number }) {
  const { line, bar, tick, mark } = row
  const width = Math.max(x(bar.high) - x(bar.low), 2)
  return (
    <g>
      {line && <path className="tick" d={`M${x(line.low)} ${y}H${x(line.high)}`} />}
      <rect className="middle" x={x(bar.low)} y={y - 7} width={width} height={14} />
      <path className="median" d={`M${x(tick)} ${y - 10}v20`} />
      {mark !== undefined && <path className="reserve" d={`M${x(mark)} ${y - 11}v22`} />}
    </g>
  )
}
