import { SectionHead } from '@/components/ui/section-head'
import type { Explained } from '@/domain/decisions/explain-decision'
import { outcomeWords } from '@/domain/decisions/rules'
import { formatWeight } from '@/domain/reviews/rules'

/** What the panel decided, with the score and the reasons of each criterion, as the letter gives them (R6.7). */
export function DecisionInFull({
  decision,
  outcome = decision.outcome,
}: {
  decision: Explained
  /** What it was before a reconsideration. */
  outcome?: Explained['outcome']
}) {
  const { reason, score, passLine, criteria } = decision
  return (
    <section className="mt-10" aria-labelledby="decision">
      <SectionHead title="The panel’s decision" id="decision" minor>
        {outcomeWords[outcome]}
      </SectionHead>
      <p className="mt-3">{reason}</p>
      {criteria.length > 0 && (
        <>
          <p className="mt-3">
            Score of the plan: <b className="num">{score === null ? 'none' : `${score} of 100`}</b>.{' '}
            <span className="soft">{passLine}</span>
          </p>
          {criteria.map((criterion) => (
            <Criterion key={criterion.id} {...criterion} />
          ))}
        </>
      )}
    </section>
  )
}

function Criterion({ name, weightBp, value, reasons, discussion }: Explained['criteria'][number]) {
  return (
    <div className="border-hairline border-b py-4">
      <h3 className="flex justify-between gap-4 font-[600] font-sans text-(length:--t-16)">
        <span>
          {name} <span className="muted font-normal">{formatWeight(weightBp)}</span>
        </span>
        <span className="num">{value}</span>
      </h3>
      <dl className="dl mt-2 [grid-template-columns:minmax(2.5em,auto)_minmax(0,1fr)]!">
        {reasons.flatMap((each, index) => [
          // biome-ignore lint/suspicious/noArrayIndexKey: reviewers are not named, and the list is fixed
          <dt key={`${index} score`}>{each.value}</dt>,
          // biome-ignore lint/suspicious/noArrayIndexKey: reviewers are not named, and the list is fixed
          <dd key={`${index} reason`}>
            {each.reason}
            {each.passages.map((passage) => (
              <q key={passage} className="small soft mt-1 block">
                {passage}
              </q>
            ))}
          </dd>,
        ])}
      </dl>
      {discussion && (
        <p className="small soft mt-2">
          After discussion. {discussion.came}: {discussion.reason}
        </p>
      )}
    </div>
  )
}
