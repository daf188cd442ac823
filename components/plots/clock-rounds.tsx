import { scaleBand } from 'd3-scale'
import { When } from '@/components/time/when'
import { formatMoney } from '@/lib/money'
import { AsTable } from './as-table'
import { MoneyFrame, moneyAxis } from './money-frame'
import { along, WIDTH } from './stretch'

/** A round of a clock that is over: its prices, how many were still in after it, and at what prices others left. */
export type ClockBar = {
  round: number
  openedAt: Date | null
  startMinor: bigint
  endMinor: bigint
  remaining: number
  exits: readonly { name: string; minor: bigint }[]
}

const BOTTOM = 196
const MOST_NUMBERS = 10

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
    [0, WIDTH],
  ).padding(0.2)
  const axis = moneyAxis([reserveMinor, rounds.at(-1)?.endMinor ?? reserveMinor], BOTTOM, (low, high) =>
    Math.max((high - low) * 0.1, 1),
  )
  const { level } = axis
  const middleOf = (round: number) => (x(round) ?? 0) + x.bandwidth() / 2
  const above = (
    <>
      {rounds.flatMap(({ round, exits }) =>
        exits.map(({ name, minor }) => (
          <circle key={name} className="end" cx={along(middleOf(round))} cy={level(minor)} r="4" />
        )),
      )}
      {priceMinor !== null && (
        <text className="end-value" x="0" dx="4" y={level(priceMinor) - 7}>
          pays {formatMoney(priceMinor)}
        </text>
      )}
      <Below rounds={rounds} middleOf={middleOf} />
    </>
  )
  return (
    <figure>
      <MoneyFrame
        className="clock-rounds"
        title={title}
        description={description}
        axis={axis}
        reserveMinor={reserveMinor}
        above={above}
      >
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
        {priceMinor !== null && <path className="paid" d={`M0 ${level(priceMinor)}H${WIDTH}`} />}
      </MoneyFrame>
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
          <text x="0" dx="-8" y={BOTTOM + down} textAnchor="end">
            {name}
          </text>
          {shown.map((row, index) => (
            <text
              key={row.round}
              className={shown.length > 5 && (shown.length - 1 - index) % 2 === 1 ? 'spare' : undefined}
              x={along(middleOf(row.round))}
              y={BOTTOM + down}
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
