import { When } from '@/components/time/when'
import { SectionHead } from '@/components/ui/section-head'
import { TableFrame } from '@/components/ui/table'
import type { DraftScore } from '@/db/schema/reviews'
import type { Criterion } from '@/db/schema/rounds'

type Compared = DraftScore & { model: { value: number; reason: string } }

/** One's own scores and the model scores, side by side, each with its reason. */
export function OwnAndModel({
  title,
  criteria,
  scores,
  at,
  zone,
}: {
  title: string
  criteria: readonly Criterion[]
  scores: readonly Compared[]
  at: Date
  zone: string
}) {
  return (
    <section>
      <SectionHead title={title} minor>
        Your scores, given <When at={at} zone={zone} />
      </SectionHead>
      <TableFrame label="Your scores and the model scores">
        <table className="tbl cards">
          <thead>
            <tr>
              <th scope="col">Criterion</th>
              <th scope="col">You</th>
              <th scope="col">Model</th>
            </tr>
          </thead>
          <tbody>
            {scores.map(({ criterion, value, reason, model }) => (
              <tr key={criterion}>
                <th scope="row" className="align-top">
                  {criteria.find(({ id }) => id === criterion)?.name}
                </th>
                <td className="align-top" data-label="You">
                  <b>{value ?? 'Not applicable'}</b>
                  <p className="small whitespace-pre-wrap">{reason}</p>
                </td>
                <td className="align-top" data-label="Model">
                  <b>{model.value}</b>
                  <p className="small">{model.reason}</p>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
    </section>
  )
}
