import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { SharesInForce } from '@/app/(public)/proceeds/_parts/shares-in-force'
import { requirePerson } from '@/app/require-person'
import { Form } from '@/components/ui/form'
import { SectionHead } from '@/components/ui/section-head'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { proceedsForFinance } from '@/domain/proceeds/public-queries'
import { may } from '@/lib/access/policy'
import { newId } from '@/lib/ids'
import { StatementTabs } from '../_parts/statement-tabs'
import { recordSplit } from '../actions'
import { PARTS } from '../read-parts'

export const metadata: Metadata = { title: 'Shares of the proceeds' }

/** The shares by which proceeds are split, and the form for the next ones (R14.3). */
export default async function SharesPage() {
  const person = await requirePerson()
  const proceeds = await proceedsForFinance(person, undefined)
  if (!proceeds) notFound()
  return (
    <div className="wrap page">
      <h1>Shares of the proceeds</h1>
      <p className="lede">
        Everyone sees them, with what they come to, on the page <Link href="/proceeds">Proceeds</Link>. A
        result is split by the shares of the day on which it became final.
      </p>
      <StatementTabs current="proceeds" />
      <SharesInForce shares={proceeds.shares} />
      {may(person, 'proceeds.record-shares') === 'yes' && (
        <section className="sec" aria-labelledby="record">
          <SectionHead minor title="Enter shares" id="record" />
          <Form action={recordSplit} idempotencyKey={newId('shr')} className="form mt-4">
            <TextInput name="validFrom" label="From" type="date" short />
            <div id="parts" className="stack">
              {Array.from({ length: PARTS }, (_, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the places are fixed
                <div key={index} className="row items-end">
                  <TextInput
                    name={`parts.${index}.name`}
                    label={`Part ${index + 1}, for what`}
                    maxLength={80}
                  />
                  <TextInput name={`parts.${index}.share`} label="Per cent" inputMode="decimal" short />
                </div>
              ))}
            </div>
            <TextArea
              name="note"
              label="What it rests on"
              hint="Public: such as a resolution of the board and its day."
              rows={2}
              maxLength={500}
            />
            <div className="actions">
              <SubmitButton icon="users" busy="Asking">
                Ask a second person to approve
              </SubmitButton>
            </div>
          </Form>
        </section>
      )}
    </div>
  )
}
