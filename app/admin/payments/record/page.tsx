import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { EmptyState } from '@/components/ui/empty-state'
import { Form } from '@/components/ui/form'
import { MoneyInput } from '@/components/ui/money-input'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { invoicesToPay } from '@/domain/payments/queries'
import { may } from '@/lib/access/policy'
import { newId } from '@/lib/ids'
import { invoiceOptions } from '../_parts/invoice-options'
import { record } from '../actions'

export const metadata: Metadata = { title: 'Record a payment' }

/** A payment that is on no file: one asks, another approves (R16.3). */
export default async function RecordPaymentPage() {
  const person = await requirePerson()
  const invoices = await invoicesToPay(person, undefined)
  if (!invoices || may(person, 'payment.record') !== 'yes') notFound()
  return (
    <div className="wrap page space-y-6">
      <Breadcrumb items={[{ text: 'Payments', href: '/admin/payments' }, { text: 'By hand' }]} />
      <header className="space-y-3">
        <h1>Record a payment</h1>
        <p className="lede">
          For money on the statement that no file has. A second person approves it before it counts.
        </p>
      </header>
      {invoices.length === 0 ? (
        <EmptyState title="There is no invoice yet">Each accepted award has one.</EmptyState>
      ) : (
        <Form action={record} idempotencyKey={newId('pay')} className="form">
          <Select name="awardId" label="Invoice" blank="Choose" options={invoiceOptions(invoices)} />
          <MoneyInput name="amount" label="Amount in US dollars" />
          <TextInput
            name="bankReference"
            label="Reference on the bank statement"
            maxLength={140}
            autoComplete="off"
          />
          <TextInput name="receivedOn" label="Day on the bank statement" type="date" short />
          <div className="actions">
            <SubmitButton busy="Asking">Ask a second person to approve</SubmitButton>
          </div>
        </Form>
      )}
    </div>
  )
}
