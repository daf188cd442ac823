import { Form } from '@/components/ui/form'
import { RadioGroup } from '@/components/ui/radio-group'
import { SectionHead } from '@/components/ui/section-head'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import type { CommitmentInFull } from '@/domain/commitments/read-build-out'
import { decide } from '../actions'

/** Verifies what was submitted, or returns it with the reason (R12.1). */
export function DecideEvidence({ commitment }: { commitment: CommitmentInFull }) {
  return (
    <section aria-labelledby="decide">
      <SectionHead title="Your decision" id="decide" minor />
      <Form action={decide} className="form mt-4">
        <input type="hidden" name="commitmentId" value={commitment.id} />
        <RadioGroup
          name="decision"
          label="Does the evidence show that the promise is kept?"
          hint="What the portal saw is a help; you decide."
          options={[
            { value: 'verify', label: 'Yes, verify it' },
            { value: 'return', label: 'No, return it', hint: 'Say what is missing.' },
          ]}
        />
        <TextArea name="reason" label="Reason" hint="The registrant reads it." rows={4} maxLength={2000} />
        <div className="actions">
          <SubmitButton busy="Deciding">Decide</SubmitButton>
        </div>
      </Form>
    </section>
  )
}
