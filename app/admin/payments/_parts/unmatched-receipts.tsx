import Link from 'next/link'
import { Money } from '@/components/money/money'
import { TableFrame } from '@/components/ui/table'
import { formatCalendarDay } from '@/lib/time/format-instant'

type Entry = {
  id: string
  bookedOn: string
  amountMinor: bigint
  payer: string
  message: string
  reference: string
}

/** Receipts that name no invoice, each with the way to say what it is for. */
export function UnmatchedReceipts({ entries, acts }: { entries: readonly Entry[]; acts: boolean }) {
  if (entries.length === 0) return <p className="small muted mt-3">Every receipt has found its invoice.</p>
  return (
    <TableFrame label="Receipts without a match">
      <table className="tbl cards">
        <caption className="sr-only">Receipts without a match</caption>
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">From</th>
            <th scope="col">Message</th>
            <th scope="col" className="n">
              Amount
            </th>
            {acts && (
              <th scope="col">
                <span className="sr-only">Do</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {entries.map(({ id, bookedOn, payer, message, reference, amountMinor }) => (
            <tr key={id}>
              <td className="whitespace-nowrap">{formatCalendarDay(bookedOn)}</td>
              <td data-label="From">{payer || '–'}</td>
              <td data-label="Message">
                {message || '–'}
                <small className="block soft mono brk">{reference}</small>
              </td>
              <td className="n" data-label="Amount">
                <Money minor={amountMinor} />
              </td>
              {acts && (
                <td>
                  <Link href={`/admin/payments/entries/${id}`} prefetch={false}>
                    Place it
                  </Link>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  )
}
