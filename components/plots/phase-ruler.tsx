import { scaleUtc } from 'd3-scale'
import { formatDay } from '@/lib/time/format-instant'
import { utcMonths, utcWeeks } from './list-ticks'
import { OpensAt } from './opens-at'

export type RulerKind = 'applications' | 'review' | 'bidding' | 'closed' | 'awards' | 'planned'
export type RulerRound = { name: string; bars: { kind: RulerKind; from: Date; to: Date }[] }

const kinds: Record<RulerKind, string> = {
  applications: 'Applications',
  review: 'Review',
  bidding: 'Bidding now',
  closed: 'Bidding, closed',
  awards: 'Awards',
  planned: 'Planned',
}

const WIDTH = 1200
const FRAME = { left: 96, right: 1196, firstLane: 52, lane: 46, bar: 14 }
/** A bar thinner than this could not be seen on a phase of months. */
const THINNEST = 12

/**
 * A phase, round by round, hung from a ruler of weeks and months. Bars take the fills of the statuses; what is planned
 * is dashed; today is the live line. Say in `description` what the picture shows. `zone` is the viewer's.
 */
export function PhaseRuler({
  title,
  description,
  rounds,
  from,
  to,
  now,
  zone,
  words = kinds,
}: {
  title: string
  description: string
  rounds: RulerRound[]
  from: Date
  to: Date
  now: Date
  zone: string
  /** What the fills mean, where the bars are no parts of a round. */
  words?: Partial<Record<RulerKind, string>>
}) {
  const x = scaleUtc([from, to], [FRAME.left, FRAME.right]).clamp(true)
  const height = FRAME.firstLane + rounds.length * FRAME.lane + 6
  const used = new Set(rounds.flatMap(({ bars }) => bars.map(({ kind }) => kind)))
  return (
    <figure>
      <OpensAt className="ruler-x" aria-label={title} at={x(now) / WIDTH}>
        <svg className="ruler" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={title}>
          <desc>{description}</desc>
          <Ticks from={from} to={to} x={x} />
          {rounds.map(({ name, bars }, index) => {
            const top = FRAME.firstLane + index * FRAME.lane
            return (
              <g key={name}>
                <path className="lane" d={`M0 ${top + 30}H${WIDTH}`} />
                {bars.map((bar) => (
                  <rect
                    key={`${bar.kind} ${bar.from.getTime()}`}
                    data-kind={bar.kind}
                    x={x(bar.from)}
                    y={top}
                    width={Math.max(x(bar.to) - x(bar.from) - 1.5, THINNEST)}
                    height={FRAME.bar}
                    rx="1"
                  />
                ))}
                <text className="name" x="0" y={top + 12}>
                  {name}
                </text>
              </g>
            )
          })}
          {now >= from && now < to && <path className="now" d={`M${x(now)} 0V${height - 10}`} />}
        </svg>
      </OpensAt>
      <figcaption className="key">
        {Object.entries(words)
          .filter(([kind]) => used.has(kind as RulerKind))
          .map(([kind, word]) => (
            <span key={kind}>
              <i data-kind={kind} />
              {word}
            </span>
          ))}
        {now >= from && now < to && (
          <span className="today">
            <i />
            Today, {formatDay(now, zone)}
          </span>
        )}
      </figcaption>
    </figure>
  )
}

function Ticks({ from, to, x }: { from: Date; to: Date; x: (at: Date) => number }) {
  const months = utcMonths(from, to)
  const weeks = utcWeeks(from, to).map((at) => `M${x(at).toFixed(1)} 0v5`)
  const monthly = months.map(({ at }) => `M${x(at).toFixed(1)} 0v14`)
  return (
    <>
      <path className="tick" d={[...weeks, ...monthly].join('')} />
      {months
        .filter(({ at }) => FRAME.right - x(at) > 50)
        .map(({ at, name }) => (
          <text key={name} className="month" x={x(at) + 6} y="17">
            {name}
          </text>
        ))}
    </>
  )
}
