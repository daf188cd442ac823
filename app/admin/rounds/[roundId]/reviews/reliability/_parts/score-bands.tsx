import { AsTable } from '@/components/plots/as-table'
import { RangePlot } from '@/components/plots/range-plot'
import type { AssessedPlan, AssessedRound } from '@/domain/reviews/assess-round'
import type { PlanFigures } from '@/domain/reviews/mathematics/assess-panel'
import type { Band } from '@/domain/reviews/mathematics/leave-one-out'
import { formatHundredths } from '@/domain/reviews/rules'

type Banded = {
  name: string
  figures: PlanFigures & Record<'withoutOne' | 'otherWeights', object> & { score: number }
}

/** How far the scores of these plans move without any one reviewer and with other weights, and the same as a table. */
export function ScoreBands({ plans, assessed }: { plans: AssessedPlan[]; assessed: AssessedRound }) {
  const { bundle, round, reviewerNames } = assessed
  const banded = withNames(plans, assessed)
  if (banded.length === 0) return <p className="muted">None of these plans has a score yet.</p>
  const { draws, spreadBp } = bundle.parameters
  const mark = round.settings.passLineHundredths / 100
  const plotOf = (bandOf: (one: Banded) => Band) =>
    banded.map((one) => ({ name: one.name, bar: bandOf(one), tick: one.figures.score, mark }))
  return (
    <figure>
      <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-2">
        <Bands
          title="Without any one reviewer"
          description="From the lowest to the highest plan score when each reviewer is left out in turn."
          rows={plotOf(({ figures: { withoutOne } }) => withoutOne.raw)}
        />
        <Bands
          title="With other weights"
          description={`Each weight up to ${spreadBp / 100} % larger or smaller, drawn ${draws.toLocaleString('en')} times: where nine draws in ten lie.`}
          rows={plotOf(({ figures: { otherWeights } }) => otherWeights.points)}
        />
      </div>
      <figcaption className="plot-key">
        <span>Tick: the plan score.</span>
        <span>Dashed: the pass line, {formatHundredths(round.settings.passLineHundredths)}.</span>
      </figcaption>
      <BandTable banded={banded} nameOf={(id) => reviewerNames.get(id) ?? id} />
    </figure>
  )
}

/** Plans with a score, in their order; by the reference as well where one name is asked for twice. */
function withNames(
  plans: AssessedPlan[],
  { plans: all, figures: { plans: known } }: AssessedRound,
): Banded[] {
  const figuresOf = new Map(known.map((one) => [one.plan, one]))
  const isOnly = (label: string) => all.filter((plan) => plan.label === label).length === 1
  return plans.flatMap(({ reference, label }) => {
    const figures = figuresOf.get(reference)
    const name = isOnly(label) ? `${label}.org` : reference
    return figures && hasBands(figures) ? [{ name, figures }] : []
  })
}

function hasBands(figures: PlanFigures): figures is Banded['figures'] {
  return figures.score !== null && figures.withoutOne !== null && figures.otherWeights !== null
}

function Bands(plot: Omit<React.ComponentProps<typeof RangePlot>, 'greatest' | 'show'>) {
  return (
    <div>
      <h3>{plot.title}</h3>
      <p className="small soft">{plot.description}</p>
      <RangePlot {...plot} greatest={100} show={String} />
    </div>
  )
}

const COLUMNS = [
  { name: 'Plan' },
  { name: 'Plan score', figures: true },
  { name: 'Without one reviewer', figures: true },
  { name: 'The same, calibrated', figures: true },
  { name: 'With other weights', figures: true },
  { name: 'Draws that pass', figures: true },
  { name: 'Place', figures: true },
  { name: 'Turned by leaving out' },
  { name: 'Not told without' },
] as const

function BandTable({ banded, nameOf }: { banded: Banded[]; nameOf(id: string): string }) {
  return (
    <AsTable title="How far scores move" columns={COLUMNS}>
      {banded.map(({ name, figures: { score, withoutOne, otherWeights } }) => (
        <tr key={name}>
          <td>{name}</td>
          <td className="n">{score.toFixed(2)}</td>
          <td className="n">{showBand(withoutOne.raw)}</td>
          <td className="n">{withoutOne.calibrated ? showBand(withoutOne.calibrated) : '–'}</td>
          <td className="n">{showBand(otherWeights.points)}</td>
          <td className="n">{(100 * otherWeights.passes).toFixed(1)} %</td>
          <td className="n">
            {otherWeights.bestPlace === otherWeights.worstPlace
              ? otherWeights.bestPlace
              : `${otherWeights.bestPlace} to ${otherWeights.worstPlace}`}
          </td>
          <td>{withoutOne.turnedBy.map(nameOf).join(', ') || 'Nobody'}</td>
          <td>{withoutOne.missedBy.map(nameOf).join(', ') || 'Nobody'}</td>
        </tr>
      ))}
    </AsTable>
  )
}

const showBand = ({ low, high }: Band) => `${low.toFixed(2)} to ${high.toFixed(2)}`
