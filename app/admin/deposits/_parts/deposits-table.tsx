import { LabelName } from '@/components/labels/label-name'
import { Money } from '@/components/money/money'
import { TableFrame } from '@/components/ui/table'
import { outcomeWords } from '@/domain/decisions/rules'
import type { depositsOfRound } from '@/domain/deposits/queries'
import { formatDay } from '@/lib/time/format-instant'

type Applicant = NonNullable<Awaited<ReturnType<typeof depositsOfRound>>>['applicants'][number]

/**
 * Each applicant's applications with their decision, what it intends to deposit, its entries, their sum, and the
 * bidding limit it gives.
 */
export function DepositsTable({
  applicants,
  tellsIntended,
}: {
  applicants: Applicant[]
  tellsIntended: boolean
}) {
  return (
    <TableFrame label="Deposits">
      <table className="tbl mt-6 cards">
        <thead>
          <tr>
            <th scope="col">Applicant</th>
            <th scope="col">Applications</th>
            {tellsIntended && (
              <th scope="col" className="n">
                Intended
              </th>
            )}
            <th scope="col" className="md:pl-8">
              Entries
            </th>
            <th scope="col" className="n">
              Deposit
            </th>
            <th scope="col" className="n">
              Bidding limit
            </th>
          </tr>
        </thead>
        <tbody>
          {applicants.map(({ organisationId, organisation, applied, entries, totalMinor, limitMinor }) => (
            <tr key={organisationId}>
              <td>{organisation}</td>
              <td className="small" data-label="Applications">
                {applied.map(({ label, outcome }) => (
                  <div key={label}>
                    <LabelName label={label} />,{' '}
                    {outcome ? outcomeWords[outcome].toLowerCase() : 'no decision yet'}
                  </div>
                ))}
              </td>
              {tellsIntended && (
                <td className="n small" data-label="Intended">
                  {applied.map(({ label, intendedMinor }) => (
                    <div key={label}>{intendedMinor === null ? '–' : <Money minor={intendedMinor} />}</div>
                  ))}
                </td>
              )}
              <td className="small md:pl-8" data-label="Entries">
                {entries.length === 0 && <span className="muted">None yet</span>}
                {entries.map(({ id, amountMinor, bankReference, receivedAt }) => (
                  <div key={id}>
                    <Money minor={amountMinor} /> {bankReference}, {formatDay(receivedAt, 'UTC')}
                  </div>
                ))}
              </td>
              <td className="n" data-label="Deposit">
                <Money minor={totalMinor} />
              </td>
              <td className="n" data-label="Bidding limit">
                {limitMinor === null ? 'No limit' : <Money minor={limitMinor} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
