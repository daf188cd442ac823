import { layRows, RowFrame } from './row-frame'

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
  const row = rows.length > MANY.rows ? { row: MANY.row } : {}
  const laid = layRows(rows.length, [0, greatest], row)
  return (
    <RowFrame
      className="ranges"
      title={title}
      description={description}
      rows={laid}
      names={rows.map(({ name }) => name)}
      show={show}
    >
      {rows.map((each, index) => (
        <Row key={each.name} row={each} x={laid.x} y={laid.middleOf(index)} />
      ))}
    </RowFrame>
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
