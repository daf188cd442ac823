/** What lies between two of a list, by their places in it; `far` from 0, the same, to 1, as far apart as can be. */
export type Pair = { row: number; column: number; far: number; text: string }

const NAMES = 168
const CELL = 34
const HEAD = 26

/**
 * Every two of a list, one against the other: the darker the square, the closer they are. Only half of it is drawn, the
 * other half would say the same. Columns go by the numbers that stand before the names. A table stands beside it.
 */
export function PairMatrix({
  title,
  description,
  names,
  pairs,
}: {
  title: string
  description: string
  names: readonly string[]
  pairs: readonly Pair[]
}) {
  const width = NAMES + (names.length - 1) * CELL
  const height = HEAD + names.length * CELL
  return (
    <div className="matrix-x">
      <svg className="plot pair-matrix" width={width} height={height} role="img" aria-label={title}>
        <desc>{description}</desc>
        {names.slice(0, -1).map((name, column) => (
          <text key={name} x={NAMES + (column + 0.5) * CELL} y={HEAD - 9} textAnchor="middle">
            {column + 1}
          </text>
        ))}
        {names.map((name, row) => (
          <text key={name} x={NAMES - 10} y={HEAD + (row + 0.5) * CELL + 4} textAnchor="end">
            {name.length > 20 ? `${name.slice(0, 19)}…` : name} {row + 1}
          </text>
        ))}
        {pairs.map(({ row, column, far, text }) => (
          <g key={`${row} ${column}`} transform={`translate(${NAMES + column * CELL} ${HEAD + row * CELL})`}>
            <rect className="cell" x="1" y="1" width={CELL - 2} height={CELL - 2} />
            <rect
              className="close"
              x="1"
              y="1"
              width={CELL - 2}
              height={CELL - 2}
              opacity={(0.42 * (1 - far) ** 2).toFixed(2)}
            />
            <text className="figure" x={CELL / 2} y="22" textAnchor="middle">
              {text}
            </text>
          </g>
        ))}
      </svg>
    </div>
  )
}
