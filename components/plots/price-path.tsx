import { type ScaleTime, scaleLinear, scaleUtc } from 'd3-scale'
import { curveStepAfter, line } from 'd3-shape'
import { When } from '@/components/time/when'
import { formatMoney } from '@/lib/money'

/** One accepted change of the price. `who` is what the table says of it: a paddle, or nothing. */
export type PriceStep = { at: Date; minor: bigint; mine?: boolean; who?: string }

const FRAME = { left: 56, right: 540, top: 20, bottom: 216, width: 560, height: 250 }

/**
 * The price of a lot since bidding opened, as a step line with the reserve dotted beneath it. While bidding runs, `now`
 * draws the present and hatches what is to come; without it the last price is named at the end of the line. The same
 * figures stand in a table. Amounts are whole cents; times are in UTC, the clock of the auction.
 */
export function PricePath({
  title,
  description,
  steps,
  opensAt,
  closesAt,
  reserveMinor,
  now,
  csvHref,
}: {
  title: string
  description: string
  steps: PriceStep[]
  opensAt: Date
  closesAt: Date
  reserveMinor: bigint
  now?: Date
  csvHref?: string
}) {
  const end = now && now < closesAt ? now : closesAt
  const x = scaleUtc([opensAt, closesAt], [FRAME.left, FRAME.right])
  const amounts = [reserveMinor, ...steps.map(({ minor }) => minor)].map((minor) => Number(minor) / 100)
  const [low, high] = [Math.min(...amounts), Math.max(...amounts)]
  const room = Math.max((high - low) * 0.15, low * 0.05, 1)
  const y = scaleLinear([low - room, high + room], [FRAME.bottom, FRAME.top])
  const last = steps.at(-1) ?? { at: opensAt, minor: reserveMinor }
  const points = [{ at: opensAt, minor: reserveMinor }, ...steps, { at: end, minor: last.minor }]
  const level = (minor: bigint) => y(Number(minor) / 100)
  const path = line<{ at: Date; minor: bigint }>(
    ({ at }) => x(at),
    ({ minor }) => level(minor),
  ).curve(curveStepAfter)(points)
  const running = now !== undefined && now < closesAt
  return (
    <figure>
      <svg className="plot" viewBox={`0 0 ${FRAME.width} ${FRAME.height}`} role="img" aria-label={title}>
        <desc>{description}</desc>
        {y.ticks(4).map((amount) => (
          <g key={amount}>
            <path className="grid" d={`M${FRAME.left} ${y(amount)}H${FRAME.right}`} />
            <text x={FRAME.left - 8} y={y(amount) + 4} textAnchor="end">
              {amount.toLocaleString('en')}
            </text>
          </g>
        ))}
        {running && <Future from={x(now)} />}
        <path className="reserve" d={`M${FRAME.left} ${level(reserveMinor)}H${FRAME.right}`} />
        <text x={FRAME.right} y={level(reserveMinor) + 16} textAnchor="end">
          reserve
        </text>
        <path className="price" d={path ?? ''} />
        {running && <path className="now" d={`M${x(now)} ${FRAME.top - 6}V${FRAME.bottom}`} />}
        {steps
          .filter(({ mine }) => mine)
          .map(({ at, minor }) => (
            <Diamond key={at.getTime()} x={x(at)} y={level(minor)} />
          ))}
        {!running && (
          <>
            <circle className="end" cx={x(last.at)} cy={level(last.minor)} r="4" />
            <text className="end-value" x={x(last.at) - 4} y={level(last.minor) - 10} textAnchor="end">
              {formatMoney(last.minor)}
            </text>
          </>
        )}
        <TimeAxis opensAt={opensAt} closesAt={closesAt} x={x} />
      </svg>
      <Key running={running} mine={steps.some(({ mine }) => mine)} csvHref={csvHref} />
      <StepTable title={title} steps={steps} />
    </figure>
  )
}

function Future({ from }: { from: number }) {
  return (
    <>
      <defs>
        <pattern id="future" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <path className="hatched" d="M0 0v5" />
        </pattern>
      </defs>
      <rect
        x={from}
        y={FRAME.top}
        width={Math.max(FRAME.right - from, 0)}
        height={FRAME.bottom - FRAME.top}
        fill="url(#future)"
      />
    </>
  )
}

function Diamond({ x, y }: { x: number; y: number }) {
  return <path className="mine" d={`M${x} ${y - 7}l7 7l-7 7l-7 -7z`} />
}

/** The open, the close and what lies well between them. A path of more than a day is labelled with days. */
function TimeAxis({ opensAt, closesAt, x }: { opensAt: Date; closesAt: Date; x: ScaleTime<number, number> }) {
  const days = closesAt.getTime() - opensAt.getTime() > 36 * 3_600_000
  const label = (at: Date) => {
    const [, month, day] = at.toISOString().slice(0, 10).split('-')
    return days ? `${Number(day)} ${MONTHS[Number(month) - 1]}` : at.toISOString().slice(11, 16)
  }
  const between = x.ticks(4).filter((at) => x(at) - FRAME.left > 60 && FRAME.right - x(at) > 90)
  return (
    <>
      {[opensAt, ...between, closesAt].map((at, index, all) => {
        const isLast = index === all.length - 1
        return (
          <g key={at.getTime()}>
            <path className="tick" d={`M${x(at)} ${FRAME.bottom}v5`} />
            <text
              x={x(at)}
              y={FRAME.bottom + 20}
              textAnchor={index === 0 ? 'start' : isLast ? 'end' : 'middle'}
            >
              {label(at)}
              {isLast && ' UTC'}
            </text>
          </g>
        )
      })}
    </>
  )
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function Key({ running, mine, csvHref }: { running: boolean; mine: boolean; csvHref?: string }) {
  return (
    <figcaption className="plot-key">
      {mine && (
        <span>
          <svg width="12" height="12" aria-hidden="true">
            <path className="mine" d="M6 0l6 6l-6 6l-6 -6z" />
          </svg>{' '}
          Your bids
        </span>
      )}
      {running && (
        <span>
          <svg width="14" height="12" aria-hidden="true">
            <path className="now" d="M7 0v12" />
          </svg>{' '}
          Now
        </span>
      )}
      {!running && <span>Each step is an accepted bid.</span>}
      {csvHref && <a href={csvHref}>CSV</a>}
    </figcaption>
  )
}

function StepTable({ title, steps }: { title: string; steps: PriceStep[] }) {
  return (
    <details className="plot-table">
      <summary>As a table</summary>
      <table className="tbl tight">
        <caption className="sr-only">{title}</caption>
        <thead>
          <tr>
            <th>When</th>
            <th>By</th>
            <th className="n">Price</th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ at, minor, mine, who }) => (
            <tr key={`${at.getTime()} ${minor}`}>
              <td>
                <When at={at} zone="UTC" seconds />
              </td>
              <td>{mine ? 'You' : (who ?? '')}</td>
              <td className="n">{formatMoney(minor)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
