/** How often each whole value was given, from the lowest; `without` counts those without one. */
export type ValueCounts = { name: string; lowest: number; counts: readonly number[]; without: number }

/** In pixels, down; along, in hundredths of whatever width there is. */
const FRAME = { top: 22, bottom: 112, height: 136 }

/** How often each value was given, as a row of bars with their numbers. A table with the same figures stands beside it. */
export function ValueCountsPlot({ name, lowest, counts, without }: ValueCounts) {
  const most = Math.max(...counts, 1)
  const step = 100 / counts.length
  const middle = (index: number) => `${((index + 0.5) * step).toFixed(2)}%`
  const said = counts.map((count, index) => `${lowest + index}: ${count}`).join(', ')
  return (
    <svg className="plot value-counts" width="100%" height={FRAME.height} role="img" aria-label={name}>
      <desc>
        How often each value was given. {said}. Without a value: {without}.
      </desc>
      <line className="tick" x1="0" x2="100%" y1={FRAME.bottom} y2={FRAME.bottom} />
      {counts.map((count, index) => {
        const value = lowest + index
        const tall = ((FRAME.bottom - FRAME.top) * count) / most
        return (
          <g key={value}>
            {count > 0 && (
              <rect
                className="middle"
                x={`${((index + 0.18) * step).toFixed(2)}%`}
                y={FRAME.bottom - tall}
                width={`${(0.64 * step).toFixed(2)}%`}
                height={tall}
              />
            )}
            {count > 0 && (
              <text x={middle(index)} y={FRAME.bottom - tall - 6} textAnchor="middle">
                {count}
              </text>
            )}
            <text x={middle(index)} y={FRAME.bottom + 18} textAnchor="middle">
              {value}
            </text>
          </g>
        )
      })}
    </svg>
  )
}
