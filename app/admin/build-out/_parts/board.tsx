import Link from 'next/link'
import { CommitmentMark } from '@/components/commitments/commitment-mark'
import { When } from '@/components/time/when'
import { TableFrame } from '@/components/ui/table'
import type { BoardRow } from '@/domain/commitments/queries'
import { lastMinuteOf } from '@/domain/commitments/rules'

/** Commitments by their dates, each with where it stands. */
export function Board({ rows, zone }: { rows: readonly BoardRow[]; zone: string }) {
  return (
    <TableFrame label="Commitments by date">
      <table className="tbl cards">
        <caption className="sr-only">Commitments by date</caption>
        <thead>
          <tr>
            <th>Name</th>
            <th>Commitment</th>
            <th>Due by</th>
            <th>State</th>
            <th className="n">Evidence</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ commitment, label, organisation, terms, evidence, appealed }) => (
            <tr key={commitment.id}>
              <td>
                <Link href={`/admin/build-out/${commitment.awardId}`} className="label" prefetch={false}>
                  {label}.org
                </Link>
                <br />
                <span className="small muted">{organisation}</span>
              </td>
              <td data-label="Commitment">
                <Link href={`/admin/build-out/${commitment.awardId}/${commitment.number}`} prefetch={false}>
                  {commitment.milestone}
                </Link>
              </td>
              <td data-label="Due by">
                <When at={lastMinuteOf(commitment.dueAt)} zone={zone} />
              </td>
              <td data-label="State">
                {terms === 'proposed' ? (
                  'To be agreed'
                ) : (
                  <CommitmentMark state={commitment.state} outcome={commitment.outcome} />
                )}
                {appealed && <span className="small block">An appeal waits</span>}
              </td>
              <td className="n" data-label="Evidence">
                {evidence}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
