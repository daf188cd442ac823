import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { Money } from '@/components/money/money'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Form } from '@/components/ui/form'
import { MoneyInput } from '@/components/ui/money-input'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { creditToRefund } from '@/domain/payments/queries'
import { may } from '@/lib/access/policy'
import { newId } from '@/lib/ids'
import { refund } from '../../actions'

export const metadata: Metadata = { title: 'Record a refund' }

/** Sends a credit back: one records the transfer, another approves (R16.3). */
export default async function RefundPage({ params }: PageProps<'/admin/payments/refunds/[organisationId]'>) {
  const person = await requirePerson()
  const { organisationId } = await params
  const credit = await creditToRefund(person, { organisationId })
  if (!credit || may(person, 'payment.refund') !== 'yes') notFound()
  return (
    <div className="wrap page space-y-6">
      <Breadcrumb items={[{ text: 'Payments', href: '/admin/payments' }, { text: 'Refund' }]} />
      <header className="space-y-3">
        <h1>Record a refund</h1>
        <p className="lede">
          {credit.organisation} has a credit of <Money minor={credit.creditMinor} />. Send it at the bank,
          back to the account it came from, then record it here.
        </p>
      </header>
      <Form action={refund} idempotencyKey={newId('rfd')} className="form">
        <input type="hidden" name="organisationId" value={organisationId} />
        <MoneyInput name="amount" label="Amount in US dollars" defaultMinor={credit.creditMinor} />
        <TextInput
          name="bankReference"
          label="Reference of the transfer at the bank"
          maxLength={140}
          autoComplete="off"
        />
        <div className="actions">
          <SubmitButton busy="Asking">Ask a second person to approve</SubmitButton>
        </div>
      </Form>
    </div>
  )
}
