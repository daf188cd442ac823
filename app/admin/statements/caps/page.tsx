import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requirePerson } from '@/app/require-person'
import { LabelName } from '@/components/labels/label-name'
import { Form } from '@/components/ui/form'
import { MoneyInput } from '@/components/ui/money-input'
import { Notice } from '@/components/ui/notice'
import { SectionHead } from '@/components/ui/section-head'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { capsOverview } from '@/domain/statements/queries'
import { may } from '@/lib/access/policy'
import { newId } from '@/lib/ids'
import { CapsTable } from '../_parts/caps-table'
import { StatementTabs } from '../_parts/statement-tabs'
import { recordFee } from '../actions'

export const metadata: Metadata = { title: 'Price cap of ordinary names' }

/** The Maximum Service Fee by year, the fees charged, and the names that are not under it (R14.2). */
export default async function CapsPage() {
  const person = await requirePerson()
  const caps = await capsOverview(person, undefined)
  if (!caps) notFound()
  return (
    <div className="wrap page">
      <h1>Price cap of ordinary names</h1>
      <p className="lede">
        A year of an ordinary name cost US$6.00 before 2007. From then on the cap is 110 % of the lower of
        two: the cap of the year before, and the highest fee charged in it (R14.2).
      </p>
      <StatementTabs current="caps" />
      <CapsTable years={caps.years} />
      {caps.beyond.length > 0 && (
        <Notice tone="warn" title="A year is missing">
          Recorded already: {caps.beyond.join(', ')}. Caps go on once the years before have their fee.
        </Notice>
      )}
      {may(person, 'statement.record-service-fee') === 'yes' && (
        <section className="sec" aria-labelledby="record">
          <SectionHead minor title="Record a fee charged" id="record" />
          <Form action={recordFee} idempotencyKey={newId('sfe')} className="form mt-4">
            <TextInput
              name="year"
              label="Year"
              inputMode="numeric"
              short
              autoComplete="off"
              defaultValue={caps.years.at(-1)?.year}
            />
            <MoneyInput name="fee" label="Highest fee charged for a year of a name, US dollars" />
            <TextInput name="source" label="Where it comes from" maxLength={200} autoComplete="off" />
            <div className="actions">
              <SubmitButton icon="users" busy="Asking">
                Ask a second person to approve
              </SubmitButton>
            </div>
          </Form>
        </section>
      )}
      <section className="sec" aria-labelledby="exempt">
        <SectionHead minor title="Not under the cap" id="exempt">
          {caps.exempt.length}
        </SectionHead>
        <p className="small soft mt-3">
          Names allocated through the Programme are an exception to the Maximum Service Fee (Amendment No. 4,
          Appendix 7, section 7). Listed is every name whose award was accepted.
        </p>
        {caps.exempt.length === 0 ? (
          <p className="mt-3">No name is awarded yet.</p>
        ) : (
          <ul className="row mt-3 flex-wrap">
            {caps.exempt.map(({ label }) => (
              <li key={label}>
                <LabelName label={label} />
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}
