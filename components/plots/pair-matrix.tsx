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
        <path className="square" d={pairs.map(square).join('')} />
        {[...Map.groupBy(pairs, ({ far }) => (0.42 * (1 - far) ** 2).toFixed(2))].map(([opacity, alike]) => (
          <path key={opacity} className="close" d={alike.map(square).join('')} opacity={opacity} />
        ))}
        {pairs.map(({ row, column, text }) => (
          <text
            key={`${row} ${column}`}
            className="figure"
            x={NAMES + (column + 0.5) * CELL}
            y={HEAD + row * CELL + 22}
          >
            {text}
          </text>
        ))}
      </svg>
    </div>
  )
}

/** The square of a pair, as a piece of a path: hundreds of pairs are drawn with a few paths. */
function square({ row, column }: Pair): string {
  return `M${NAMES + column * CELL + 1} ${HEAD + row * CELL + 1}h${CELL - 2}v${CELL - 2}h${2 - CELL}z`
}
