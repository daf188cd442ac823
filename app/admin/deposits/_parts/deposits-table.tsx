import { Money } from '@/components/money/money'
import { TableFrame } from '@/components/ui/table'
import type { depositsOfRound } from '@/domain/deposits/queries'
import { formatDay } from '@/lib/time/format-instant'

type Applicant = NonNullable<Awaited<ReturnType<typeof depositsOfRound>>>['applicants'][number]

/** Each applicant's entries, their sum, and the bidding limit it gives. */
export function DepositsTable({ applicants }: { applicants: Applicant[] }) {
  return (
    <TableFrame label="Deposits">
      <table className="tbl mt-6">
        <thead>
          <tr>
            <th scope="col">Applicant</th>
            <th scope="col">Entries</th>
            <th scope="col" className="n">
              Deposit
            </th>
            <th scope="col" className="n">
              Bidding limit
            </th>
          </tr>
        </thead>
        <tbody>
          {applicants.map(({ organisationId, organisation, entries, totalMinor, limitMinor }) => (
            <tr key={organisationId}>
              <td>{organisation}</td>
              <td className="small">
                {entries.length === 0 && <span className="muted">None yet</span>}
                {entries.map(({ id, amountMinor, bankReference, receivedAt }) => (
                  <div key={id}>
                    <Money minor={amountMinor} /> {bankReference}, {formatDay(receivedAt, 'UTC')}
                  </div>
                ))}
              </td>
              <td className="n">
                <Money minor={totalMinor} />
              </td>
              <td className="n">{limitMinor === null ? 'No limit' : <Money minor={limitMinor} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
