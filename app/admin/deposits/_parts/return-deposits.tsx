import { Money } from '@/components/money/money'
import { DefinitionList } from '@/components/ui/definition-list'
import { Form } from '@/components/ui/form'
import { SectionHead } from '@/components/ui/section-head'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { newId } from '@/lib/ids'
import { giveBack } from '../actions'

type Due = { organisationId: string; organisation: string; amountMinor: bigint }

/** What is to be returned of a round’s deposits, name by name, and their sum; recording it takes two people. */
export function ReturnDeposits({
  roundId,
  due,
  acts,
}: {
  roundId: string
  due: readonly Due[]
  acts: boolean
}) {
  const sum = due.reduce((total, { amountMinor }) => total + amountMinor, 0n)
  return (
    <section className="sec">
      <SectionHead minor title="To be returned" />
      <div className="mt-4 space-y-4">
        <DefinitionList
          figures
          items={[
            ...due.map(({ organisationId, organisation, amountMinor }) => ({
              ...{ key: organisationId, term: organisation, value: <Money minor={amountMinor} /> },
            })),
            { key: 'sum', term: <b>Together</b>, value: <Money minor={sum} /> },
          ]}
        />
        <p className="small soft">
          What is held of applicants who have no award of this round to accept or to pay.
        </p>
        {acts && (
          <Form action={giveBack} idempotencyKey={newId('dmv')} className="form">
            <input type="hidden" name="roundId" value={roundId} />
            <TextInput
              name="bankReference"
              label="Reference of the transfers at the bank"
              hint="Send each back to the account it came from, then record all of them here."
              maxLength={140}
              autoComplete="off"
            />
            <div className="actions">
              <SubmitButton busy="Asking">Ask a second person to approve</SubmitButton>
            </div>
          </Form>
        )}
      </div>
    </section>
  )
}
