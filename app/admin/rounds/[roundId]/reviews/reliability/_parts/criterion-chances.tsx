import { AsTable } from '@/components/plots/as-table'
import type { AssessedPlan, AssessedRound } from '@/domain/reviews/assess-round'
import { formatHundredths } from '@/domain/reviews/rules'
import { showChance } from './reliability-words'

/** How likely each criterion of these plans reaches its minimum (R6.5, R6.6): a plan fails by one of them alone. */
export function CriterionChances({
  plans,
  assessed: { figures, round },
}: {
  plans: AssessedPlan[]
  assessed: AssessedRound
}) {
  const { rubric, criterionMinimumHundredths } = round.settings
  const figuresOf = new Map(figures.plans.map((one) => [one.plan, one]))
  return (
    <AsTable
      title={`Chance of each criterion to reach ${formatHundredths(criterionMinimumHundredths)} of 5`}
      summary={`Chance of each criterion to reach its minimum of ${formatHundredths(criterionMinimumHundredths)}`}
      columns={[{ name: 'Plan' }, ...rubric.map(({ name }) => ({ name, figures: true as const }))]}
    >
      {plans.map(({ applicationId, label, reference }) => (
        <tr key={applicationId}>
          <td>
            {label}.org <span className="xs muted mono">{reference}</span>
          </td>
          {rubric.map(({ id }) => (
            <td className="n" key={id}>
              {showChance(figuresOf.get(reference)?.chanceByCriterion[id] ?? null)}
            </td>
          ))}
        </tr>
      ))}
    </AsTable>
  )
}
