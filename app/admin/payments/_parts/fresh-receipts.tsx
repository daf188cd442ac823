import { Money } from '@/components/money/money'
import { TableFrame } from '@/components/ui/table'
import type { Sorted } from '@/domain/payments/sort-receipts'
import { formatMoney } from '@/lib/money'
import { formatCalendarDay } from '@/lib/time/format-instant'

type Fresh = Sorted['fresh'][number]

/** New receipts with the invoice each is for, and what becomes of it. */
export function FreshReceipts({ fresh }: { fresh: readonly Fresh[] }) {
  return (
    <TableFrame label="New receipts">
      <table className="tbl cards">
        <caption className="sr-only">New receipts</caption>
        <thead>
          <tr>
            <th scope="col" className="n">
              Line
            </th>
            <th scope="col">Day</th>
            <th scope="col">From</th>
            <th scope="col" className="n">
              Amount
            </th>
            <th scope="col" className="md:pl-8">
              For
            </th>
          </tr>
        </thead>
        <tbody>
          {fresh.map(({ receipt, match }) => (
            <tr key={receipt.line}>
              <td className="n">{receipt.line}</td>
              <td className="whitespace-nowrap" data-label="Day">
                {formatCalendarDay(receipt.bookedOn)}
              </td>
              <td data-label="From">
                {receipt.payer || '–'}
                <small className="block soft">{receipt.message}</small>
              </td>
              <td className="n" data-label="Amount">
                <Money minor={receipt.amountMinor} />
              </td>
              <td className="md:pl-8" data-label="For">
                <For match={match} amountMinor={receipt.amountMinor} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}

function For({ match, amountMinor }: { match: Fresh['match']; amountMinor: bigint }) {
  if (match.kind === 'none')
    return (
      <>
        Without a match
        <small className="block soft">{match.reason}</small>
      </>
    )
  if (match.kind === 'deposit')
    return (
      <>
        Deposit of {match.applicant.organisation}
        <small className="block soft">Found by application {match.applicant.reference}.</small>
      </>
    )
  if (match.kind === 'payout')
    return (
      <>
        Payout of the payment service
        <small className="block soft">
          Found by its amount and day: <span className="mono brk">{match.payout.externalId}</span>
        </small>
      </>
    )
  const { number, label, openMinor, over } = match.invoice
  const by = match.kind === 'reference' ? 'by its reference' : 'by its number'
  return (
    <>
      {number}, {label}.org
      <small className="block soft">
        Found {by}. {over ? 'Nothing is open: it becomes credit.' : outcome(amountMinor, openMinor)}
      </small>
    </>
  )
}

/** By itself: of several receipts for one invoice each is weighed against what is open now. */
function outcome(amountMinor: bigint, openMinor: bigint): string {
  if (amountMinor === openMinor) return 'Pays it in full.'
  return amountMinor < openMinor
    ? `A part; ${formatMoney(openMinor)} is open.`
    : `Pays it in full, and ${formatMoney(amountMinor - openMinor)} becomes credit.`
}
