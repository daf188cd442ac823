import type { Citation } from '@/db/schema/reviews'
import type { Criterion } from '@/db/schema/rounds'
import { formatWeight, writeCitation } from '@/domain/reviews/rules'
import { CitedPassage } from './cited-passage'

type Score = {
  criterion: string
  value: number | null
  notApplicable: boolean
  reason: string
  citations: Citation[]
}

/** A submitted sheet: each criterion with its value, what the value means, and the reason. */
export function SheetAsRead({
  criteria,
  scores,
  headings,
}: {
  criteria: readonly Criterion[]
  scores: readonly Score[]
  /** Of the plan's sections, by id. */
  headings: Record<string, string>
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
        {score && score.citations.length > 0 && (
          <ul className="cited" aria-label={`Passages cited for ${name}`}>
            {score.citations.map((citation) => (
              <li key={writeCitation(citation)}>
                <CitedPassage citation={citation} heading={headings[citation.section] ?? 'The plan'} />
              </li>
            ))}
          </ul>
        )}
      </section>
    )
  })
}
