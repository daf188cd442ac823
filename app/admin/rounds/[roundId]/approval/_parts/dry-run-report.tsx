import { PricePath } from '@/components/plots/price-path'
import { type Quantiles, type Range, Ranges } from '@/components/plots/ranges'
import { DefinitionList } from '@/components/ui/definition-list'
import type { DryRun } from '@/domain/rounds/find-dry-run'
import { formatMoney } from '@/lib/money'
import { describeModel, describeOutcomes, showLength, showPercent } from './dry-run-words'

/** So many names are drawn; the table of prices has them all. */
const MOST_DRAWN = 12

/** What a dry run came to (R3.4): how long, how the prices go, how often the close moves, what bidders stand in for. */
export function DryRunReport({ report, opensAt }: { report: DryRun['report']; opensAt: Date }) {
  const { duration, rounds, extensions, exposure } = report
  const scheduled = duration.scheduledSeconds ?? undefined
  return (
    <div className="stack">
      <p className="small soft">{describeModel(report)}</p>
      <DefinitionList figures items={describeOutcomes(report)} />
      <h3>How long bidding lasts</h3>
      <Ranges
        title="Length of bidding"
        description="From the opening to the close of the last name."
        rows={[{ name: 'Length', values: duration.actualSeconds, mark: scheduled }]}
        show={showLength}
        markName={scheduled === undefined ? undefined : 'the close as scheduled'}
      />
      {rounds && (
        <Ranges
          title="Rounds of the clock"
          description="Until the last name stopped."
          rows={[{ name: 'Rounds', values: rounds }]}
          show={String}
        />
      )}
      {report.format === 'open-ascending' && (
        <>
          <h3>How often the close moves</h3>
          <Ranges
            title="Extensions of the name that was extended most"
            description="How often the soft close moved the close of one name."
            rows={[{ name: 'Extensions', values: extensions }]}
            show={String}
          />
        </>
      )}
      <Prices report={report} />
      <Paths report={report} opensAt={opensAt} />
      <h3>What bidders stand committed to</h3>
      {exposure.shareOfLimitBp && (
        <Ranges
          title="Greatest commitment as a share of the bidding limit"
          description="Of each bidder over all names, at the moment at which it was greatest (R7.2)."
          rows={[{ name: 'Share of limit', values: exposure.shareOfLimitBp, mark: 10_000 }]}
          show={showPercent}
          markName="the limit"
        />
      )}
    </div>
  )
}

function Prices({ report: { lots } }: { report: DryRun['report'] }) {
  const [first, ...others] = lots.flatMap(({ lot, reserveMinor, priceMinor }): Range[] =>
    priceMinor
      ? [{ name: `${lot}.org`, values: inDollars(priceMinor), mark: Number(reserveMinor) / 100 }]
      : [],
  )
  if (!first) return null
  return (
    <>
      <h3>What names go for</h3>
      <Ranges
        title="Price of each name that found a taker"
        description="Over all repetitions, in US dollars."
        rows={[first, ...others.slice(0, MOST_DRAWN - 1)]}
        show={(dollars) => dollars.toLocaleString('en', { maximumFractionDigits: 0 })}
        markName="the reserve"
      />
    </>
  )
}

function Paths({ report, opensAt }: { report: DryRun['report']; opensAt: Date }) {
  const drawn = report.pricePaths.filter(({ points }) => points.length > 1).slice(0, 2)
  if (drawn.length === 0) return null
  const end = (seconds: number) => new Date(opensAt.getTime() + seconds * 1000)
  return (
    <>
      <h3>How the price goes</h3>
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
    </>
  )
}

function inDollars(amounts: Quantiles<string>): Quantiles<number> {
  const { min, p10, p50, p90, max } = amounts
  const dollars = (minor: string) => Number(minor) / 100
  return { min: dollars(min), p10: dollars(p10), p50: dollars(p50), p90: dollars(p90), max: dollars(max) }
}
