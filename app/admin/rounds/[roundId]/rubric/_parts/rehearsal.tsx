import { LabelName } from '@/components/labels/label-name'
import { Notice } from '@/components/ui/notice'
import { SectionHead } from '@/components/ui/section-head'
import { TableFrame } from '@/components/ui/table'
import type { Rehearsed, rehearseRubric } from '@/domain/reviews/rehearse-rubric'
import { formatHundredths } from '@/domain/reviews/rules'
import { roundName } from '@/domain/rounds/round-name'

type Found = NonNullable<Awaited<ReturnType<typeof rehearseRubric>>>

/** What the saved rubric would have made of the plans that were judged last. */
export function Rehearsal({ found: { last, unjudged, plans } }: { found: Found }) {
  const changed = plans.filter(({ judged, tried }) => judged.passes !== tried.passes)
  return (
    <section className="stack sec">
      <SectionHead title="Tried on the last plans" minor>
        {roundName(last)}
      </SectionHead>
      {unjudged.length > 0 ? (
        <p className="soft">
          Nothing can be compared: nobody judged {unjudged.join(', ')} in {roundName(last)}.
        </p>
      ) : (
        <>
          <p className="soft">
            The saved weights and pass line, on the scores that reviewers gave then. They are fixed once the
            round is approved.
          </p>
          {changed.length > 0 && (
            <Notice
              tone="warn"
              title={`The outcome of ${changed.length} of ${plans.length} plans would have been another`}
            />
          )}
          <TableFrame label="Plans under the saved rubric">
            <table className="tbl tight">
              <caption className="sr-only">Plans of {roundName(last)} under the saved rubric</caption>
              <thead>
                <tr>
                  <th scope="col">Plan</th>
                  <th scope="col">Outcome</th>
                  <th scope="col" className="n">
                    Score then
                  </th>
                  <th scope="col" className="n">
                    With this rubric
                  </th>
                  <th scope="col" className="n">
                    Place
                  </th>
                </tr>
              </thead>
              <tbody>
                {plans.map((plan) => (
                  <Row key={plan.applicationId} plan={plan} />
                ))}
              </tbody>
            </table>
          </TableFrame>
        </>
      )}
    </section>
  )
}

function Row({ plan: { label, reference, judged, tried } }: { plan: Rehearsed }) {
  const score = ({ scoreHundredths }: Rehearsed['tried']) =>
    scoreHundredths === null ? 'none' : formatHundredths(scoreHundredths)
  return (
    <tr>
      <td>
        <LabelName label={label} /> <span className="small muted mono">{reference}</span>
      </td>
      <td>
        {tried.passes ? 'Passes' : 'Does not pass'}
        {judged.passes !== tried.passes && <b>, unlike then</b>}
      </td>
      <td className="n">{score(judged)}</td>
      <td className="n">
        <b>{score(tried)}</b>
      </td>
      <td className="n">{judged.place === tried.place ? tried.place : `${judged.place} → ${tried.place}`}</td>
    </tr>
  )
}
