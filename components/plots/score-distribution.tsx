import { AsTable } from './as-table'

/** In pixels, down; along, in hundredths of whatever width there is. */
const FRAME = { top: 26, bottom: 132, height: 158 }
const STEP = 10

/**
 * How many scores lie in each tenth of the scale from 0 to 100, as bars with their numbers; `own` marks one score. The same
 * figures stand in a table.
 */
export function ScoreDistribution({
  title,
  counts,
  own,
}: {
  title: string
  counts: readonly number[]
  own?: number | null
}) {
  const most = Math.max(...counts, 1)
  const total = counts.reduce((sum, count) => sum + count, 0)
  const tenthOf = (index: number) => `${index * STEP}–${(index + 1) * STEP}`
  const ownTenth = own === undefined || own === null ? -1 : Math.min(Math.floor(own / STEP), 9)
  return (
    <figure>
      <svg className="plot" width="100%" height={FRAME.height} role="img" aria-label={title}>
        <desc>
          {total} scores by tenths of the scale.
          {ownTenth >= 0 && ` The score looked at lies in ${tenthOf(ownTenth)}.`}
        </desc>
        <line className="tick" x1="0" x2="100%" y1={FRAME.bottom} y2={FRAME.bottom} />
        {counts.map((count, index) => {
          const tall = ((FRAME.bottom - FRAME.top) * count) / most
          return (
            <g key={tenthOf(index)}>
              {count > 0 && (
                <>
                  <rect
                    className={index === ownTenth ? 'part-0' : 'middle'}
                    x={`${index * STEP + 1}%`}
                    y={FRAME.bottom - tall}
                    width={`${STEP - 2}%`}
                    height={tall}
                  />
                  <text x={`${index * STEP + STEP / 2}%`} y={FRAME.bottom - tall - 6} textAnchor="middle">
                    {count.toLocaleString('en')}
                  </text>
                </>
              )}
              <text
                className={index % 2 === 1 ? 'spare' : undefined}
                x={`${index * STEP}%`}
                y={FRAME.bottom + 18}
                textAnchor={index === 0 ? 'start' : 'middle'}
              >
                {index * STEP}
              </text>
            </g>
          )
        })}
        <text x="100%" y={FRAME.bottom + 18} textAnchor="end">
          100
        </text>
      </svg>
      <figcaption className="plot-key">
        <span>Registrars by score.</span>
        {ownTenth >= 0 && <span>Filled: where this score lies, {own?.toFixed(1)} points.</span>}
      </figcaption>
      <AsTable title={title} columns={[{ name: 'Points' }, { name: 'Registrars', figures: true }]}>
        {counts.map((count, index) => (
          <tr key={tenthOf(index)}>
            <td>{tenthOf(index)}</td>
            <td className="n">{count.toLocaleString('en')}</td>
          </tr>
        ))}
      </AsTable>
    </figure>
  )
}
