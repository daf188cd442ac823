import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { Money } from '@/components/money/money'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { DefinitionList } from '@/components/ui/definition-list'
import { Form } from '@/components/ui/form'
import { SectionHead } from '@/components/ui/section-head'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { entryToAssign } from '@/domain/payments/queries'
import { may } from '@/lib/access/policy'
import { newId } from '@/lib/ids'
import { formatCalendarDay } from '@/lib/time/format-instant'
import { invoiceOptions } from '../../_parts/invoice-options'
import { assign, assignToDeposit, giveBack } from '../../actions'

export const metadata: Metadata = { title: 'Place a receipt' }

/** A receipt without a match: one says what it is, another approves (R16.3). */
export default async function AssignEntryPage({
  params,
}: PageProps<'/admin/payments/entries/[bankEntryId]'>) {
  const person = await requirePerson()
  const page = await entryToAssign(person, await params)
  if (!page || may(person, 'payment.assign') !== 'yes') notFound()
  const { entry, invoices, applicants } = page
  return (
    <div className="wrap page space-y-6">
      <Breadcrumb items={[{ text: 'Payments', href: '/admin/payments' }, { text: 'Without a match' }]} />
      <h1>Place a receipt</h1>
      <DefinitionList
        items={[
          { term: 'Amount', value: <Money minor={entry.amountMinor} /> },
          { term: 'Day', value: formatCalendarDay(entry.bookedOn) },
          { term: 'From', value: entry.payer || '–' },
          { term: 'Message', value: entry.message || '–' },
          { term: 'Bank reference', value: <span className="mono brk">{entry.reference}</span> },
        ]}
      />
      <section className="space-y-4" aria-labelledby="invoice">
        <SectionHead title="It pays an invoice" id="invoice" minor />
        <Form action={assign} idempotencyKey={newId('asg')} className="form">
          <input type="hidden" name="bankEntryId" value={entry.id} />
          <Select
            name="awardId"
            label="For which invoice?"
            blank="Choose"
            options={invoiceOptions(invoices)}
          />
          <How />
        </Form>
      </section>
      {applicants.length > 0 && (
        <section className="space-y-4" aria-labelledby="deposit">
          <SectionHead title="It is a deposit" id="deposit" minor />
          <Form action={assignToDeposit} idempotencyKey={newId('asg')} className="form">
            <input type="hidden" name="bankEntryId" value={entry.id} />
            <Select
              name="applicationId"
              label="Of whom? Choose any application of theirs in the round"
              blank="Choose"
              options={applicants.map(({ applicationId, reference, organisation }) => ({
                value: applicationId,
                label: `${organisation}, ${reference}`,
              }))}
            />
            <How />
          </Form>
        </section>
      )}
      <section className="space-y-4" aria-labelledby="back">
        <SectionHead title="It is for nothing of ours" id="back" minor />
        <Form action={giveBack} idempotencyKey={newId('bck')} className="form">
          <input type="hidden" name="bankEntryId" value={entry.id} />
          <TextInput
            name="bankReference"
            label="Reference of the transfer back at the bank"
            hint="Send it back to the account it came from, then record it here."
            maxLength={140}
            autoComplete="off"
          />
          <Ask />
        </Form>
      </section>
    </div>
  )
}

function How() {
  return (
    <>
      <TextArea
        name="reason"
        label="How do you know?"
        hint="The second person and the auditor read it."
        rows={3}
      />
      <Ask />
    </>
  )
}

function Ask() {
  return (
    <div className="actions">
      <SubmitButton busy="Asking">Ask a second person to approve</SubmitButton>
    </div>
  )
}
