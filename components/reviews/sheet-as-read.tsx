import type { Criterion } from '@/db/schema/rounds'
import { formatWeight } from '@/domain/reviews/rules'

type Score = { criterion: string; value: number | null; notApplicable: boolean; reason: string }

/** A submitted sheet: each criterion with its value, what the value means, and the reason. */
export function SheetAsRead({
  criteria,
  scores,
}: {
  criteria: readonly Criterion[]
  scores: readonly Score[]
}) {
  return criteria.map(({ id, name, weightBp, anchors }) => {
    const score = scores.find(({ criterion }) => criterion === id)
    return (
      <section className="criterion" key={id}>
        <header className="row between baseline flex-nowrap">
          <h3>{name}</h3>
          <span className="small muted num">{formatWeight(weightBp)}</span>
        </header>
        <p className="small soft">
          <b className="text-(--ink)">{score?.value ?? 'Not applicable'}</b>
          {typeof score?.value === 'number' && ` ${anchors[score.value]}`}
        </p>
        <p className="small mt-2 whitespace-pre-wrap">{score?.reason}</p>
      </section>
    )
  })
}
