import { SectionHead } from '@/components/ui/section-head'
import type { RoundSettings } from '@/db/schema/rounds'
import { formatHundredths, formatWeight } from '@/domain/reviews/rules'

/** The criteria with weight, guidance and the written anchor of every value (R6.1), and the pass line (R6.6). */
export function Rubric({ settings }: { settings: RoundSettings }) {
  const { rubric, passLineHundredths, criterionMinimumHundredths, reviewersPerPlan } = settings
  return (
    <section aria-labelledby="rubric">
      <SectionHead title="How plans are judged" id="rubric" minor />
      <p className="pt-3">
        Each plan is read by at least {reviewersPerPlan} reviewers, who score it alone and give a reason for
        every score. A plan qualifies with {formatHundredths(passLineHundredths)} of 100 points and a mean of
        at least {formatHundredths(criterionMinimumHundredths)} of 5 on each criterion.
      </p>
      {rubric.map(({ id, name, weightBp, guidance, anchors }) => (
        <details key={id} id={`criterion-${id}`} className="border-hairline border-b py-3">
          <summary className="cursor-pointer">
            <b className="font-[600]">{name}</b> <span className="muted">{formatWeight(weightBp)}</span>
            <span className="soft small block">{guidance}</span>
          </summary>
          <dl className="dl mt-2 [grid-template-columns:auto_minmax(0,1fr)]!">
            {anchors.flatMap((anchor, value) => [
              <dt key={`${anchor} value`}>{value}</dt>,
              <dd key={anchor}>{anchor}</dd>,
            ])}
          </dl>
        </details>
      ))}
    </section>
  )
}
