import { scaleBand, scaleLinear } from 'd3-scale'
import { When } from '@/components/time/when'
import { formatMoney } from '@/lib/money'
import { AsTable } from './as-table'

/** A round of a clock that is over: its prices, how many were still in after it, and at what prices others left. */
export type ClockBar = {
  round: number
  openedAt: Date | null
  startMinor: bigint
  endMinor: bigint
  remaining: number
  exits: readonly { name: string; minor: bigint }[]
}

/** Down, in pixels; along, in thousandths of whatever width there is, so that figures keep their size at any width. */
const FRAME = { top: 20, bottom: 196, height: 250, width: 1000 }
const MOST_NUMBERS = 10
const place = (thousandths: number) => `${(thousandths / 10).toFixed(2)}%`

/**
 * A clock, round by round: a bar from the start price to the end price of each, a dot where somebody left, and below the
 * bars how many remained. The price is a line, the reserve dotted. The same figures stand in a table. Amounts are whole
 * cents. At least one round.
 */
export function ClockRounds({
  title,
  description,
  rounds,
  priceMinor,
  reserveMinor,
  csvHref,
}: {
  title: string
  description: string
  rounds: readonly ClockBar[]
  /** What the winner pays; null when nobody does. */
  priceMinor: bigint | null
  reserveMinor: bigint
  csvHref?: string
}) {
  const x = scaleBand(
    rounds.map(({ round }) => round),
    [0, FRAME.width],
  ).padding(0.2)
  const highest = rounds.at(-1)?.endMinor ?? reserveMinor
  const [low, high] = [Number(reserveMinor) / 100, Number(highest) / 100]
  const room = Math.max((high - low) * 0.1, 1)
  const y = scaleLinear([low - room, high + room], [FRAME.bottom, FRAME.top])
  const level = (minor: bigint) => y(Number(minor) / 100)
  const middleOf = (round: number) => (x(round) ?? 0) + x.bandwidth() / 2
  return (
    <figure>
      <svg className="plot clock-rounds" width="100%" height={FRAME.height} role="img" aria-label={title}>
        <desc>{description}</desc>
        {y.ticks(4).map((amount) => (
          <text key={amount} x="0" dx="-8" y={y(amount) + 4} textAnchor="end">
            {amount.toLocaleString('en')}
          </text>
        ))}
        <svg
          className="stretched"
          viewBox={`0 0 ${FRAME.width} ${FRAME.height}`}
          preserveAspectRatio="none"
          width="100%"
          height={FRAME.height}
          aria-hidden="true"
        >
          {y.ticks(4).map((amount) => (
            <path key={amount} className="grid" d={`M0 ${y(amount)}H${FRAME.width}`} />
          ))}
          <path className="reserve" d={`M0 ${level(reserveMinor)}H${FRAME.width}`} />
          {rounds.map(({ round, startMinor, endMinor }) => (
            <rect
              key={round}
              className="middle"
              x={x(round)}
              y={level(endMinor)}
              width={x.bandwidth()}
              height={level(startMinor) - level(endMinor)}
            />
          ))}
          {priceMinor !== null && <path className="paid" d={`M0 ${level(priceMinor)}H${FRAME.width}`} />}
        </svg>
        {rounds.flatMap(({ round, exits }) =>
          exits.map(({ name, minor }) => (
            <circle key={name} className="end" cx={place(middleOf(round))} cy={level(minor)} r="4" />
          )),
        )}
        {priceMinor !== null && (
          <text className="end-value" x="0" dx="4" y={level(priceMinor) - 7}>
            pays {formatMoney(priceMinor)}
          </text>
        )}
        <Below rounds={rounds} middleOf={middleOf} />
      </svg>
      <figcaption className="plot-key">
        <span>Bar: from the start to the end price of a round.</span>
        <span>Dot: where somebody left.</span>
        {priceMinor !== null && <span>Line: the price.</span>}
        <span>Dotted: the reserve.</span>
        {csvHref && <a href={csvHref}>CSV</a>}
      </figcaption>
      <RoundTable title={title} rounds={rounds} />
    </figure>
  )
}

/** Under each bar its round and how many remained; of very many rounds each nth and the last, on a phone every other. */
function Below({ rounds, middleOf }: { rounds: readonly ClockBar[]; middleOf(round: number): number }) {
  const each = Math.ceil(rounds.length / MOST_NUMBERS)
  const last = rounds.length - 1
  const shown = rounds.filter((_, index) => (last - index) % each === 0)
  return (
    <>
      {[
        { name: 'Round', down: 20, figure: ({ round }: ClockBar) => round },
        { name: 'Remain', down: 40, figure: ({ remaining }: ClockBar) => remaining },
      ].map(({ name, down, figure }) => (
        <g key={name}>
          <text x="0" dx="-8" y={FRAME.bottom + down} textAnchor="end">
            {name}
          </text>
          {shown.map((row, index) => (
            <text
              key={row.round}
              className={shown.length > 5 && (shown.length - 1 - index) % 2 === 1 ? 'spare' : undefined}
              x={place(middleOf(row.round))}
              y={FRAME.bottom + down}
              textAnchor="middle"
            >
              {figure(row)}
            </text>
          ))}
        </g>
      ))}
    </>
  )
}

const COLUMNS = [
  { name: 'Round' },
  { name: 'Began' },
  { name: 'Start', figures: true },
  { name: 'End', figures: true },
  { name: 'Left' },
  { name: 'Remaining', figures: true },
] as const

function RoundTable({ title, rounds }: { title: string; rounds: readonly ClockBar[] }) {
  return (
    <AsTable title={title} columns={COLUMNS}>
      {rounds.map(({ round, openedAt, startMinor, endMinor, exits, remaining }) => (
        <tr key={round}>
          <td className="num">{round}</td>
          <td>{openedAt && <When at={openedAt} zone="UTC" seconds />}</td>
          <td className="n">{formatMoney(startMinor)}</td>
          <td className="n">{formatMoney(endMinor)}</td>
          <td>{exits.map(({ name, minor }) => `${name} at ${formatMoney(minor)}`).join(', ') || 'nobody'}</td>
          <td className="n">{remaining}</td>
        </tr>
      ))}
    </AsTable>
  )
}
