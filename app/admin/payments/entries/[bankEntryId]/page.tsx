import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { Money } from '@/components/money/money'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { DefinitionList } from '@/components/ui/definition-list'
import { Form } from '@/components/ui/form'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { entryToAssign } from '@/domain/payments/queries'
import { may } from '@/lib/access/policy'
import { newId } from '@/lib/ids'
import { formatCalendarDay } from '@/lib/time/format-instant'
import { invoiceOptions } from '../../_parts/invoice-options'
import { assign } from '../../actions'

export const metadata: Metadata = { title: 'Assign a receipt' }

/** A receipt without a match: one says which invoice it is for, another approves (R16.3). */
export default async function AssignEntryPage({
  params,
}: PageProps<'/admin/payments/entries/[bankEntryId]'>) {
  const person = await requirePerson()
  const page = await entryToAssign(person, await params)
  if (!page || may(person, 'payment.assign') !== 'yes') notFound()
  const { entry, invoices } = page
  return (
    <div className="wrap page space-y-6">
      <Breadcrumb items={[{ text: 'Payments', href: '/admin/payments' }, { text: 'Without a match' }]} />
      <h1>Assign a receipt</h1>
      <DefinitionList
        items={[
          { term: 'Amount', value: <Money minor={entry.amountMinor} /> },
          { term: 'Day', value: formatCalendarDay(entry.bookedOn) },
          { term: 'From', value: entry.payer || '–' },
          { term: 'Message', value: entry.message || '–' },
          { term: 'Bank reference', value: <span className="mono brk">{entry.reference}</span> },
        ]}
      />
      <Form action={assign} idempotencyKey={newId('asg')} className="form">
        <input type="hidden" name="bankEntryId" value={entry.id} />
        <Select name="awardId" label="For which invoice?" blank="Choose" options={invoiceOptions(invoices)} />
        <TextArea
          name="reason"
          label="How do you know?"
          hint="The second person and the auditor read it."
          rows={3}
        />
        <div className="actions">
          <SubmitButton busy="Asking">Ask a second person to approve</SubmitButton>
        </div>
      </Form>
    </div>
  )
}
