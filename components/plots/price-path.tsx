import { type ScaleTime, scaleUtc } from 'd3-scale'
import { curveStepAfter, line } from 'd3-shape'
import { formatMoney } from '@/lib/money'
import { MoneyFrame, moneyAxis, TOP } from './money-frame'
import { type PriceStep, StepTable } from './step-table'
import { along, WIDTH } from './stretch'

const BOTTOM = 216

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
  const x = scaleUtc([opensAt, closesAt], [0, WIDTH])
  const axis = moneyAxis([reserveMinor, ...steps.map(({ minor }) => minor)], BOTTOM, (low, high) =>
    Math.max((high - low) * 0.15, low * 0.05, 1),
  )
  const { level } = axis
  const last = steps.at(-1)
  const running = now !== undefined && now < closesAt
  const above = (
    <>
      <text x="100%" y={level(reserveMinor) + 16} textAnchor="end">
        reserve{!last && ` ${formatMoney(reserveMinor)}`}
      </text>
      {steps
        .filter(({ mine }) => mine)
        .map(({ at, minor }) => (
          <Diamond key={at.getTime()} x={x(at)} y={level(minor)} />
        ))}
      {!running && last && <EndValue x={x(last.at)} y={level(last.minor)} minor={last.minor} />}
      <TimeAxis opensAt={opensAt} closesAt={closesAt} x={x} />
    </>
  )
  return (
    <figure>
      <MoneyFrame
        className="price-path"
        title={title}
        description={description}
        axis={axis}
        reserveMinor={reserveMinor}
        below={running && <Future from={x(now)} />}
        above={above}
      >
        {last && (
          <path
            className="price"
            d={stepLine(
              [
                { at: opensAt, minor: reserveMinor },
                ...steps,
                { at: running ? now : closesAt, minor: last.minor },
              ],
              x,
              level,
            )}
          />
        )}
        {running && <path className="now" d={`M${x(now)} ${TOP - 6}V${BOTTOM}`} />}
      </MoneyFrame>
      <Key running={running} mine={steps.some(({ mine }) => mine)} csvHref={csvHref} />
      <StepTable title={title} steps={steps} />
    </figure>
  )
}

type Point = { at: Date; minor: bigint }

function stepLine(points: Point[], x: (at: Date) => number, level: (minor: bigint) => number): string {
  const path = line<Point>(
    ({ at }) => x(at),
    ({ minor }) => level(minor),
  ).curve(curveStepAfter)(points)
  return path ?? ''
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
        x={along(from)}
        y={TOP}
        width={along(Math.max(WIDTH - from, 0))}
        height={BOTTOM - TOP}
        fill="url(#future)"
      />
    </>
  )
}

function Diamond({ x, y }: { x: number; y: number }) {
  return (
    <svg x={along(x)} y={y} aria-hidden="true">
      <path className="mine" d="M0 -7l7 7l-7 7l-7 -7z" />
    </svg>
  )
}

/** The last price by name: before its point, or after it where there is no room before. */
function EndValue({ x, y, minor }: { x: number; y: number; minor: bigint }) {
  const early = x < WIDTH * 0.35
  return (
    <>
      <circle className="end" cx={along(x)} cy={y} r="4" />
      <text
        className="end-value"
        x={along(x)}
        dx={early ? 4 : -4}
        y={y - 10}
        textAnchor={early ? 'start' : 'end'}
      >
        {formatMoney(minor)}
      </text>
    </>
  )
}

/**
 * The open, the close and what lies well between them; on a phone of those only one. A path of more than a day is
 * labelled with days.
 */
function TimeAxis({ opensAt, closesAt, x }: { opensAt: Date; closesAt: Date; x: ScaleTime<number, number> }) {
  const days = closesAt.getTime() - opensAt.getTime() > 36 * 3_600_000
  const label = (at: Date) => {
    const [, month, day] = at.toISOString().slice(0, 10).split('-')
    return days ? `${Number(day)} ${MONTHS[Number(month) - 1]}` : at.toISOString().slice(11, 16)
  }
  const between = x.ticks(4).filter((at) => x(at) > 125 && x(at) < 810)
  const kept = between.find((at) => x(at) > 300 && x(at) < 600)
  return (
    <>
      {[opensAt, ...between, closesAt].map((at, index, all) => {
        const isLast = index === all.length - 1
        return (
          <g key={at.getTime()} className={index > 0 && !isLast && at !== kept ? 'spare' : undefined}>
            <svg x={along(x(at))} y={BOTTOM} aria-hidden="true">
              <path className="tick" d="M0 0v5" />
            </svg>
            <text
              x={along(x(at))}
              y={BOTTOM + 20}
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
