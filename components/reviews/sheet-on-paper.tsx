import type { DraftScore } from '@/db/schema/reviews'
import type { Criterion } from '@/db/schema/rounds'
import { formatWeight, writeCitation } from '@/domain/reviews/rules'

/** A sheet to print: every value with its meaning and a box, ticked where it is chosen; lines where no reason stands. */
export function SheetOnPaper({
  criteria,
  scores,
  headings,
}: {
  criteria: readonly Criterion[]
  scores: readonly DraftScore[]
  /** Of the plan's sections, by id. */
  headings: Record<string, string>
}) {
  return criteria.map(({ id, name, weightBp, guidance, anchors }) => {
    const score = scores.find(({ criterion }) => criterion === id)
    const values = [
      ...anchors.map((text, value) => ({ text, value })),
      { text: 'Not applicable', value: null },
    ]
    return (
      <section key={id} className="paper-criterion">
        <header className="row between baseline">
          <h3>{name}</h3>
          <span className="num">{formatWeight(weightBp)}</span>
        </header>
        <p className="small muted">{guidance}</p>
        <ol className="small mt-2">
          {values.map(({ text, value }) => {
            const chosen = value === null ? score?.notApplicable : score?.value === value
            return (
              <li key={text} className={chosen ? 'font-semibold' : undefined}>
                <span aria-hidden="true">{chosen ? '☒' : '☐'}</span> {value} {text}
                {chosen && <span className="sr-only"> (chosen)</span>}
              </li>
            )
          })}
        </ol>
        <p className="mt-2 whitespace-pre-wrap">{score?.reason}</p>
        {!score?.reason && <div className="paper-lines" aria-hidden="true" />}
        {(score?.citations ?? []).map((citation) => (
          <p key={writeCitation(citation)} className="small mt-1">
            <q>{citation.quote}</q> <span className="muted">{headings[citation.section]}</span>
          </p>
        ))}
      </section>
    )
  })
}
