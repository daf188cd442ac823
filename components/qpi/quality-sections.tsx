import { ScoreDistribution } from '@/components/plots/score-distribution'
import { ScoreHistory } from '@/components/plots/score-history'
import { SectionHead } from '@/components/ui/section-head'
import { statusWords } from '@/domain/qpi/kpi-words'
import { monthWords } from '@/domain/qpi/months'
import { sayCount } from '@/lib/say-count'
import { KpiBreakdown } from './kpi-breakdown'
import { ListedNames } from './listed-names'
import { QpiStatus } from './qpi-status'
import { ScoreWithInterval } from './score-with-interval'
import { WaysToBaseline } from './ways-to-baseline'

type Breakdown = React.ComponentProps<typeof KpiBreakdown>
type Score = {
  status: keyof typeof statusWords
  score: number | null
  low: number | null
  high: number | null
  domains: number
}
type Entry = {
  run: {
    period: string
    modelVersion: string
    model: { kpis: readonly { id: string }[]; minimumDomains: number }
  }
  score: Score & { kpis: Breakdown['kpis'] }
}
export type Quality = {
  history: readonly Entry[]
  last: Entry
  sources: Breakdown['sources']
  distribution: readonly number[]
  listed: React.ComponentProps<typeof ListedNames>['listed']
  standings: readonly {
    promotion: { id: string; name: string; baselineHundredths: number; period: string }
    status: Score['status'] | null
    isPreQualified: boolean
    ways: React.ComponentProps<typeof WaysToBaseline>['ways'] | null
  }[]
}

/** A registrar’s score with its figures, its history, the market without names, and its gaps (R15.4). */
export function QualitySections({
  quality,
  zone,
  market,
}: {
  quality: Quality
  zone: string
  market: string
}) {
  const { last, history, sources, listed, distribution } = quality
  const { run, score } = last
  return (
    <>
      <section aria-labelledby="score" className="stack">
        <SectionHead title={monthWords(run.period)} id="score">
          Model {run.modelVersion}
        </SectionHead>
        <p className="row text-lg">
          <ScoreWithInterval {...score} /> <QpiStatus status={score.status} />{' '}
          <span className="soft num">{sayCount(score.domains, ['name', 'names'])}</span>
        </p>
        <p className="small soft">{whyOf(last)}</p>
        <KpiBreakdown kpis={score.kpis} order={run.model.kpis.map(({ id }) => id)} sources={sources} />
      </section>
      <section aria-labelledby="gaps" className="stack">
        <SectionHead title="Promotions" id="gaps" />
        {quality.standings.length === 0 && <p className="muted">No promotion is published.</p>}
        {quality.standings.map(({ promotion, status, isPreQualified, ways }) => (
          <div key={promotion.id}>
            <h3>
              {promotion.name}, baseline {(promotion.baselineHundredths / 100).toFixed(2)}
            </h3>
            {isPreQualified && <p>Pre-qualified by the score of {monthWords(promotion.period)}.</p>}
            {!isPreQualified && ways && <WaysToBaseline ways={ways} />}
            {!isPreQualified && !ways && (
              <p>
                {status
                  ? `${statusWords[status]} in ${monthWords(promotion.period)}, so there is no score to compare.`
                  : `${monthWords(promotion.period)} is not computed yet.`}
              </p>
            )}
          </div>
        ))}
      </section>
      <section aria-labelledby="market" className="stack">
        <SectionHead title={market} id="market" />
        <ScoreDistribution
          title={`Scores of ${monthWords(run.period)}`}
          counts={distribution}
          own={score.score}
        />
      </section>
      <section aria-labelledby="history" className="stack">
        <SectionHead title="History" id="history" />
        <ScoreHistory
          title="Scores month by month"
          points={history.map((entry) => ({
            ...entry.score,
            name: entry.run.period,
            word: statusWords[entry.score.status],
          }))}
        />
      </section>
      <section aria-labelledby="listed" className="stack">
        <SectionHead title="Listed names" id="listed" />
        <ListedNames listed={listed} zone={zone} />
      </section>
    </>
  )
}

/** What the status means, in a sentence. */
function whyOf({ run, score }: Entry): string {
  const missing = Object.entries(score.kpis).filter(([, { raw }]) => raw === null).length
  if (score.status === 'fail-abuse')
    return 'More malicious names than the gate allows: there is no score, whatever the other figures are.'
  if (score.status === 'not-ranked')
    return `Fewer than ${sayCount(run.model.minimumDomains, ['name', 'names'])}, or an id that IANA keeps for registries, so it is not ranked.`
  if (score.status === 'insufficient-data')
    return `Figures that are missing: ${missing}. What is missing is not 0, and its weight goes to nothing else.`
  return 'The small figures are the 95 % interval: how far chance alone could carry the score.'
}
