import { type ScaleTime, scaleLinear, scaleUtc } from 'd3-scale'
import { curveStepAfter, line } from 'd3-shape'
import { formatMoney } from '@/lib/money'
import { type PriceStep, StepTable } from './step-table'

/** Down, in pixels; along, in thousandths of whatever width there is, so that figures keep their size at any width. */
const FRAME = { top: 20, bottom: 216, height: 250, width: 1000 }

/** A place along the frame, for what is not stretched. */
const along = (thousandths: number) => `${(thousandths / 10).toFixed(2)}%`

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
  const x = scaleUtc([opensAt, closesAt], [0, FRAME.width])
  const amounts = [reserveMinor, ...steps.map(({ minor }) => minor)].map((minor) => Number(minor) / 100)
  const [low, high] = [Math.min(...amounts), Math.max(...amounts)]
  const room = Math.max((high - low) * 0.15, low * 0.05, 1)
  const y = scaleLinear([low - room, high + room], [FRAME.bottom, FRAME.top])
  const level = (minor: bigint) => y(Number(minor) / 100)
  const last = steps.at(-1)
  const running = now !== undefined && now < closesAt
  return (
    <figure>
      <svg className="plot price-path" width="100%" height={FRAME.height} role="img" aria-label={title}>
        <desc>{description}</desc>
        {y.ticks(4).map((amount) => (
          <text key={amount} x="0" dx="-8" y={y(amount) + 4} textAnchor="end">
            {amount.toLocaleString('en')}
          </text>
        ))}
        {running && <Future from={x(now)} />}
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
          {running && <path className="now" d={`M${x(now)} ${FRAME.top - 6}V${FRAME.bottom}`} />}
        </svg>
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
      </svg>
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
        y={FRAME.top}
        width={along(Math.max(FRAME.width - from, 0))}
        height={FRAME.bottom - FRAME.top}
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
  const early = x < FRAME.width * 0.35
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
            <svg x={along(x(at))} y={FRAME.bottom} aria-hidden="true">
              <path className="tick" d="M0 0v5" />
            </svg>
            <text
              x={along(x(at))}
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
