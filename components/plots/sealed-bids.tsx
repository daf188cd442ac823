import { formatMoney } from '@/lib/money'
import { AsTable } from './as-table'
import { layRows, RowFrame } from './row-frame'
import { WIDTH } from './stretch'

/** A sealed bid that counts. `counts` is more than the bid where the quality of its plan adds to it (R7.6). */
export type SealedBar = {
  name: string
  minor: bigint
  countsMinor: bigint
  /** What stands of the plan in the table; null where quality does not count. */
  plan: { score: string; adds: string } | null
}

const SIZE = { top: 26, row: 30 }
const MOST_BARS = 12

/**
 * Sealed bids, the best first: a bar for each, a lighter end for what the quality of its plan adds, and the price as a
 * line: it meets the end of the bar that it came from. The reserve is dotted. The same figures stand in a table, and of
 * very many bids only there. Amounts are whole cents.
 */
export function SealedBids({
  title,
  description,
  bids,
  price,
  reserveMinor,
  csvHref,
}: {
  title: string
  description: string
  bids: readonly SealedBar[]
  /** What is paid, and what it counts as by the winner's weight. */
  price: { minor: bigint; countsMinor: bigint } | null
  reserveMinor: bigint
  csvHref?: string
}) {
  const bars = bids.slice(0, MOST_BARS)
  const most = Math.max(...bars.map(({ countsMinor }) => Number(countsMinor)), Number(reserveMinor))
  const rows = layRows(bars.length, [0, (most / 100) * 1.04], SIZE)
  const along = (minor: bigint) => rows.x(Number(minor) / 100)
  return (
    <figure>
      <RowFrame
        className="sealed-bids"
        title={title}
        description={description}
        rows={rows}
        names={bars.map(({ name }) => name)}
        show={(amount) => amount.toLocaleString('en')}
        above={price && <Paid at={along(price.countsMinor)} minor={price.minor} />}
      >
        {bars.map(({ name, minor, countsMinor }, index) => (
          <g key={name}>
            <rect className="added" {...bar(along(minor), along(countsMinor), rows.middleOf(index))} />
            <rect className="middle" {...bar(0, along(minor), rows.middleOf(index))} />
          </g>
        ))}
        <path className="reserve" d={`M${along(reserveMinor)} ${SIZE.top}V${rows.bottom}`} />
        {price && <path className="paid" d={`M${along(price.countsMinor)} ${SIZE.top - 4}V${rows.bottom}`} />}
      </RowFrame>
      <figcaption className="plot-key">
        <span>Bar: the bid.</span>
        {bids.some(({ plan }) => plan) && <span>Lighter: what the plan adds.</span>}
        {price && <span>Line: the price{bids.some(({ plan }) => plan) && ', by the winner’s weight'}.</span>}
        <span>Dotted: the reserve.</span>
        {bids.length > bars.length && (
          <span>
            The first {bars.length} of {bids.length}; all are in the table.
          </span>
        )}
        {csvHref && <a href={csvHref}>CSV</a>}
      </figcaption>
      <BidTable title={title} bids={bids} />
    </figure>
  )
}

const bar = (from: number, to: number, y: number) => ({
  x: from,
  y: y - 8,
  width: Math.max(to - from, 0),
  height: 16,
})

/** The price by name, over its line: before it, or after it where there is no room before. */
function Paid({ at, minor }: { at: number; minor: bigint }) {
  const early = at < WIDTH * 0.4
  return (
    <text
      className="end-value"
      x={`${at / 10}%`}
      dx={early ? -2 : 2}
      y={SIZE.top - 10}
      textAnchor={early ? 'start' : 'end'}
    >
      pays {formatMoney(minor)}
    </text>
  )
}

const COLUMNS = [{ name: 'Place' }, { name: 'By' }, { name: 'Sealed bid', figures: true }] as const
const WEIGHTED = [
  ...COLUMNS,
  { name: 'Plan', figures: true },
  { name: 'Adds', figures: true },
  { name: 'Counts as', figures: true },
] as const

function BidTable({ title, bids }: { title: string; bids: readonly SealedBar[] }) {
  const weighted = bids.some(({ plan }) => plan)
  return (
    <AsTable title={title} columns={weighted ? WEIGHTED : COLUMNS}>
      {bids.map(({ name, minor, countsMinor, plan }, index) => (
        <tr key={name}>
          <td className="num">{index + 1}</td>
          <td>{name}</td>
          <td className="n">{formatMoney(minor)}</td>
          {plan && (
            <>
              <td className="n">{plan.score}</td>
              <td className="n">{plan.adds}</td>
              <td className="n">{formatMoney(countsMinor)}</td>
            </>
          )}
        </tr>
      ))}
    </AsTable>
  )
}
