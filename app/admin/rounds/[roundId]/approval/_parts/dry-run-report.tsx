import { PricePath } from '@/components/plots/price-path'
import { type Quantiles, type Range, Ranges } from '@/components/plots/ranges'
import { DefinitionList } from '@/components/ui/definition-list'
import type { DryRun } from '@/domain/rounds/find-dry-run'
import { formatMoney } from '@/lib/money'
import { describeModel, describeOutcomes, showLength, showPercent } from './dry-run-words'

/** So many names are drawn; a round may offer hundreds. */
const MOST_DRAWN = 12

/** What a dry run came to (R3.4): how long, how the prices go, how often the close moves, what bidders stand in for. */
export function DryRunReport({ report, opensAt }: { report: DryRun['report']; opensAt: Date }) {
  const { duration, rounds, extensions, exposure } = report
  const scheduled = duration.scheduledSeconds
  return (
    <div className="stack">
      <p className="small soft">{describeModel(report)}</p>
      <DefinitionList figures items={describeOutcomes(report)} />
      <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-2">
        <Part title="How long bidding lasts">
          <Ranges
            title="Length of bidding"
            description="From the opening to the close of the last name."
            rows={[
              {
                name: 'Length',
                values: scaled(duration.actualSeconds, Number, 1 / 3600),
                ...(scheduled !== null && { mark: scheduled / 3600 }),
              },
            ]}
            show={(hours) => showLength(hours * 3600)}
            markName={scheduled === null ? undefined : 'the close as scheduled'}
          />
          {rounds && (
            <Ranges
              title="Rounds of the clock"
              description="Until the last name stopped."
              rows={[{ name: 'Rounds', values: rounds }]}
              show={String}
            />
          )}
        </Part>
        {report.format === 'open-ascending' && (
          <Part title="How often the close moves">
            <Ranges
              title="Extensions of the name that was extended most"
              description="How often the soft close moved the close of one name."
              rows={[{ name: 'Extensions', values: extensions }]}
              show={String}
            />
          </Part>
        )}
        <Prices report={report} />
        {exposure.shareOfLimitBp && (
          <Part title="What bidders stand committed to">
            <Ranges
              title="Greatest commitment as a share of the bidding limit"
              description="Of each bidder over all names, at the moment at which it was greatest (R7.2)."
              rows={[{ name: 'Share of limit', values: exposure.shareOfLimitBp, mark: 10_000 }]}
              show={showPercent}
              markName="the limit"
            />
          </Part>
        )}
        <Paths report={report} opensAt={opensAt} />
      </div>
    </div>
  )
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="stack min-w-0">
      <h3>{title}</h3>
      {children}
    </section>
  )
}

function Prices({ report: { lots } }: { report: DryRun['report'] }) {
  const [first, ...others] = lots.flatMap(({ lot, reserveMinor, priceMinor }): Range[] =>
    priceMinor
      ? [
          {
            name: `${lot}.org`,
            values: scaled(priceMinor, Number, 1 / 100),
            mark: Number(reserveMinor) / 100,
          },
        ]
      : [],
  )
  if (!first) return null
  return (
    <Part title="What names go for">
      <Ranges
        title="Price of each name that found a taker"
        description="Over all repetitions, in US dollars."
        rows={[first, ...others.slice(0, MOST_DRAWN - 1)]}
        show={(dollars) => dollars.toLocaleString('en', { maximumFractionDigits: 0 })}
        markName="the reserve"
      />
    </Part>
  )
}

function Paths({ report, opensAt }: { report: DryRun['report']; opensAt: Date }) {
  const drawn = report.pricePaths.filter(({ points }) => points.length > 1).slice(0, 2)
  if (drawn.length === 0) return null
  const end = (seconds: number) => new Date(opensAt.getTime() + seconds * 1000)
  return (
    <Part title="How the price goes">
      {drawn.map(({ lot, points }) => (
        <PricePath
          key={lot}
          title={`Price of ${lot}.org in the first repetition`}
          description={`It ends at ${formatMoney(BigInt(points.at(-1)!.priceMinor))}.`}
          steps={points.map(({ seconds, priceMinor }) => ({ at: end(seconds), minor: BigInt(priceMinor) }))}
          opensAt={opensAt}
          closesAt={end(Math.max(report.duration.scheduledSeconds ?? 0, points.at(-1)!.seconds))}
          reserveMinor={BigInt(report.lots.find((each) => each.lot === lot)!.reserveMinor)}
        />
      ))}
    </Part>
  )
}

/** The same quantiles in another unit. */
function scaled<T>(
  { min, p10, p50, p90, max }: Quantiles<T>,
  read: (value: T) => number,
  by: number,
): Quantiles<number> {
  const to = (value: T) => read(value) * by
  return { min: to(min), p10: to(p10), p50: to(p50), p90: to(p90), max: to(max) }
}
