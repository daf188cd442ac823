import { formatMoney } from '@/lib/money'
import { AsTable } from './as-table'
import { layRows, RowFrame } from './row-frame'

/** A bar and its parts, in whole cents, in the order of the names of the parts. */
export type StackedBar = { name: string; long: string; parts: readonly bigint[] }

/** Shades there are; further parts take the last. */
const SHADES = 4

/**
 * Amounts and their parts as bars on one scale from zero; each part has a shade and is named in the key. The same figures
 * stand in a table. At least one bar.
 */
export function StackedBars({
  title,
  description,
  partNames,
  bars,
  csvHref,
}: {
  title: string
  description: string
  partNames: readonly string[]
  bars: readonly StackedBar[]
  csvHref?: string
}) {
  const totals = bars.map(({ parts }) => sumOf(parts))
  const most = Math.max(...totals.map(Number), 100)
  const rows = layRows(bars.length, [0, (most / 100) * 1.02])
  const { x } = rows
  return (
    <figure>
      <RowFrame
        className="stacked"
        title={title}
        description={description}
        rows={rows}
        names={bars.map(({ name }) => name)}
        show={(amount) => amount.toLocaleString('en')}
      >
        {bars.map(({ name, parts }, row) =>
          partNames.map((part, index) => (
            <rect
              key={`${name} ${part}`}
              className={`part-${Math.min(index, SHADES - 1)}`}
              x={x(Number(sumOf(parts.slice(0, index))) / 100)}
              y={rows.middleOf(row) - 10}
              width={x(Number(parts[index] ?? 0n) / 100)}
              height={20}
            />
          )),
        )}
      </RowFrame>
      <figcaption className="plot-key">
        {partNames.map((part, index) => (
          <span key={part} className="row [--gap:.4rem]">
            <svg className="plot swatch" width="14" height="14" aria-hidden="true">
              <rect className={`part-${Math.min(index, SHADES - 1)}`} x="1" y="1" width="12" height="12" />
            </svg>
            {part}
          </span>
        ))}
        <span>US dollars.</span>
        {csvHref && <a href={csvHref}>CSV</a>}
      </figcaption>
      <AsTable
        title={title}
        columns={[
          { name: 'What' },
          { name: 'In all', figures: true },
          ...partNames.map((name) => ({ name, figures: true as const })),
        ]}
      >
        {bars.map(({ name, long, parts }, row) => (
          <tr key={name}>
            <td>{long}</td>
            <td className="n">{formatMoney(totals[row] ?? 0n)}</td>
            {partNames.map((part, index) => (
              <td key={part} className="n">
                {formatMoney(parts[index] ?? 0n)}
              </td>
            ))}
          </tr>
        ))}
      </AsTable>
    </figure>
  )
}

const sumOf = (parts: readonly bigint[]) => parts.reduce((sum, part) => sum + part, 0n)
