import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { LabelName } from '@/components/labels/label-name'
import { Money } from '@/components/money/money'
import { When } from '@/components/time/when'
import { EmptyState } from '@/components/ui/empty-state'
import { TableFrame } from '@/components/ui/table'
import { inGroups } from '@/domain/invoices/creditor-reference'
import { allInvoices, type InvoiceLine } from '@/domain/invoices/queries'
import { viewerZone } from '@/lib/time/viewer-zone'

export const metadata: Metadata = { title: 'Invoices' }

/** Every invoice with what is open (R10.2). */
export default async function InvoicesPage() {
  const person = await requirePerson()
  const invoices = await allInvoices(person, undefined)
  if (!invoices) notFound()
  const zone = await viewerZone()
  const downloads = person.roles.some((role) => role === 'finance-officer' || role === 'auditor')
  return (
    <div className="wrap page space-y-6">
      <header className="space-y-3">
        <h1>Invoices</h1>
        <p className="lede">
          Each accepted award has one. Deposits are taken off when it is issued; payments are recorded under
          Payments.
        </p>
      </header>
      {invoices.length === 0 ? (
        <EmptyState title="No invoice yet">The first one appears when a winner accepts its award.</EmptyState>
      ) : (
        <TableFrame label="Invoices">
          <table className="tbl cards">
            <caption className="sr-only">Invoices, the newest first</caption>
            <thead>
              <tr>
                <th scope="col">Number</th>
                <th scope="col">For</th>
                <th scope="col">To be paid before</th>
                <th scope="col" className="n">
                  Amount
                </th>
                <th scope="col" className="n">
                  Open
                </th>
                <th scope="col">State</th>
              </tr>
            </thead>
            <tbody>
              {invoices.map((invoice) => (
                <tr key={invoice.id}>
                  <th scope="row" className="whitespace-nowrap">
                    {downloads ? (
                      <a href={`/api/v1/invoices/${invoice.id}`}>{invoice.number}</a>
                    ) : (
                      invoice.number
                    )}
                    <small className="block soft mono">{inGroups(invoice.reference)}</small>
                  </th>
                  <td data-label="For">
                    <LabelName label={invoice.label} />
                    <small className="block soft">{invoice.organisation}</small>
                  </td>
                  <td data-label="To be paid before">
                    <When at={invoice.payBy} zone={zone} />
                  </td>
                  <td className="n" data-label="Amount">
                    <Money minor={invoice.amountMinor} />
                  </td>
                  <td className="n" data-label="Open">
                    <Money minor={invoice.openMinor} />
                  </td>
                  <td data-label="State">{stateOf(invoice)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableFrame>
      )}
    </div>
  )
}

function stateOf({ credited, openMinor, amountMinor }: InvoiceLine): string {
  if (credited) return 'Taken back'
  if (openMinor === 0n) return 'Paid'
  return openMinor === amountMinor ? 'Open' : 'Paid in part'
}
