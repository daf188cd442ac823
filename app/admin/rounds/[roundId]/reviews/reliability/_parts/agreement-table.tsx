import { TableFrame } from '@/components/ui/table'
import type { Criterion } from '@/db/schema/rounds'
import type { Agreement } from '@/domain/reviews/mathematics/panel-agreement'
import { describeAlpha } from './reliability-words'

/** How far reviewers agree, criterion by criterion and on their sheets as a whole. */
export function AgreementTable({ agreement, rubric }: { agreement: Agreement[]; rubric: Criterion[] }) {
  const nameOf = new Map(rubric.map(({ id, name }) => [id, name]))
  return (
    <TableFrame label="How far reviewers agree">
      <table className="tbl tight">
        <thead>
          <tr>
            <th scope="col">On</th>
            <th scope="col">α</th>
            <th scope="col">In words</th>
            <th scope="col">ICC of one reviewer; of the mean of all</th>
          </tr>
        </thead>
        <tbody>
          {agreement.map(({ criterion, krippendorffAlpha, icc }) => (
            <tr key={criterion ?? ''}>
              <th scope="row">{criterion === null ? 'Points of the whole sheet' : nameOf.get(criterion)}</th>
              <td className="num">{krippendorffAlpha.value?.toFixed(2) ?? '–'}</td>
              <td>{describeAlpha(krippendorffAlpha)}</td>
              <td>
                <Correlations icc={icc} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function Correlations({ icc }: Pick<Agreement, 'icc'>) {
  if ('because' in icc) return <span className="muted">{icc.because}</span>
  const { ICC2, ICC2k } = icc
  if (ICC2.value === null) return <span className="muted">{ICC2.because}</span>
  return (
    <span className="num">
      {ICC2.value.toFixed(2)}; {ICC2k.value?.toFixed(2) ?? '–'}
    </span>
  )
}
