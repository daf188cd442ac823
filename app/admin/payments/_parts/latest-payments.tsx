import { Money } from '@/components/money/money'
import { TableFrame } from '@/components/ui/table'
import type { PaymentMethod } from '@/db/schema/settlement'
import { formatCalendarDay } from '@/lib/time/format-instant'

type Latest = {
  payment: {
    id: string
    receivedOn: string
    amountMinor: bigint
    toInvoiceMinor: bigint
    method: PaymentMethod
    reference: string
  }
  organisation: string
  number: string
}

const methods: Record<PaymentMethod, string> = {
  'bank-file': 'Bank file',
  'by-hand': 'By hand, two people',
  online: 'Online',
}

/** What was paid lately, by whom and for which invoice. */
export function LatestPayments({ latest }: { latest: readonly Latest[] }) {
  if (latest.length === 0) return <p className="small muted mt-3">No payment arrived yet.</p>
  return (
    <TableFrame label="Latest payments">
      <table className="tbl cards">
        <caption className="sr-only">Latest payments</caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Invoice</th>
            <th scope="col">How</th>
            <th scope="col" className="n">
              Amount
            </th>
            <th scope="col" className="n">
              Beyond what was due
            </th>
          </tr>
        </thead>
        <tbody>
          {latest.map(({ payment, organisation, number }) => (
            <tr key={payment.id}>
              <td className="whitespace-nowrap">{formatCalendarDay(payment.receivedOn)}</td>
              <td data-label="Invoice">
                {number}
                <small className="block soft">{organisation}</small>
              </td>
              <td data-label="How">
                {methods[payment.method]}
                <small className="block soft mono brk">{payment.reference}</small>
              </td>
              <td className="n" data-label="Amount">
                <Money minor={payment.amountMinor} />
              </td>
              <td className="n" data-label="Beyond what was due">
                {payment.amountMinor > payment.toInvoiceMinor ? (
                  <Money minor={payment.amountMinor - payment.toInvoiceMinor} />
                ) : (
                  '–'
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
