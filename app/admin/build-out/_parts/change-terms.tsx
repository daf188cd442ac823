import { Form } from '@/components/ui/form'
import { SectionHead } from '@/components/ui/section-head'
import { Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import type { CommitmentInFull } from '@/domain/commitments/read-build-out'
import { proofKindWords, rungWords } from '@/domain/commitments/rules'
import { change } from '../actions'

const kinds = Object.keys(proofKindWords) as (keyof typeof proofKindWords)[]
const rungs = Object.keys(rungWords) as (keyof typeof rungWords)[]

/** Another wording, proposed while the owner has not agreed; the plan’s own stays beside it (R12.1). */
export function ChangeTerms({ commitment }: { commitment: CommitmentInFull }) {
  return (
    <section aria-labelledby="change">
      <SectionHead title="Propose another wording" id="change" minor />
      <Form action={change} className="form mt-4">
        <input type="hidden" name="commitmentId" value={commitment.id} />
        <TextArea
          name="milestone"
          label="Promise"
          defaultValue={commitment.milestone}
          rows={2}
          maxLength={500}
        />
        <TextArea
          name="proof"
          label="How it is checked"
          defaultValue={commitment.proof}
          rows={2}
          maxLength={500}
        />
        <fieldset className="field">
          <legend>Kinds of proof</legend>
          {kinds.map((kind) => (
            <label className="opt" key={kind}>
              <input
                type="checkbox"
                name="proofKinds"
                value={kind}
                defaultChecked={commitment.proofKinds.includes(kind)}
              />
              <span>{proofKindWords[kind]}</span>
            </label>
          ))}
        </fieldset>
        <TextInput name="dueOn" label="Last day" type="date" defaultValue={commitment.dueOn} short />
        <TextInput
          name="weightBp"
          label="Weight in basis points"
          hint="10,000 for all commitments together."
          inputMode="numeric"
          defaultValue={commitment.weightBp}
          short
        />
        <Select
          name="remedy"
          label="Furthest step if it is not kept"
          defaultValue={commitment.remedy}
          options={rungs.map((rung) => ({ value: rung, label: rungWords[rung] }))}
        />
        <TextArea name="reason" label="Reason" hint="The registrant reads it." rows={3} maxLength={2000} />
        <div className="actions">
          <SubmitButton busy="Proposing">Propose this wording</SubmitButton>
        </div>
      </Form>
    </section>
  )
}
