const STEP = 9
const TOP = 12
const SCALE = [0, 1, 2, 3, 4, 5]

/**
 * The scores of one criterion on a line from 0 to 5, as dots; the same values stack. Small: it stands beside the mean,
 * which says the number. Dots are strokes without length, all in one path: a page may hold a thousand of these.
 */
export function Spread({ values }: { values: readonly number[] }) {
  const tallest = Math.max(1, ...SCALE.map((at) => count(values, at)))
  const height = TOP + (tallest - 1) * 6
  return (
    <svg
      className="spread"
      width={5 * STEP + 8}
      height={height}
      viewBox={`-4 0 ${5 * STEP + 8} ${height}`}
      role="img"
      aria-label={values.length === 0 ? 'No scores' : `Scores ${[...values].sort().join(', ')}`}
    >
      <path
        className="scale"
        d={`${SCALE.map((at) => `M${at * STEP} ${height - 4.5}v3`).join('')}M0 ${height - 3}H${5 * STEP}`}
      />
      <path
        className="dots"
        d={stack(values)
          .map(({ at, above }) => `M${at * STEP} ${height - 7 - above * 6}h0`)
          .join('')}
      />
    </svg>
  )
}

/** Each dot with how many of its value lie below it. */
function stack(values: readonly number[]): { at: number; above: number }[] {
  return values.map((at, index) => ({ at, above: count(values.slice(0, index), at) }))
}

function count(values: readonly number[], wanted: number): number {
  return values.filter((value) => value === wanted).length
}
