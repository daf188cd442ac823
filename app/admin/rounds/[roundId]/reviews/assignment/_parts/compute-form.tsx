import { Form } from '@/components/ui/form'
import { SectionHead } from '@/components/ui/section-head'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { compute } from '../../actions'

/** Asks for an assignment of every plan that lacks reviewers (R6.3). Nothing is assigned by asking. */
export function ComputeForm({ roundId, cap, seed }: { roundId: string; cap: number; seed: string }) {
  return (
    <section className="stack sec" id="compute">
      <SectionHead title="Compute an assignment" minor>
        What is assigned stays.
      </SectionHead>
      <p className="soft">
        Each plan gets reviewers who know its fields: first so that the plan served worst is served as well as
        possible, then as much as possible in all. Nobody gets a plan with a conflict or a sign of one, or
        that they gave back. You see the result before anything is assigned.
      </p>
      <Form action={compute}>
        <input type="hidden" name="roundId" value={roundId} />
        <TextInput
          name="cap"
          label="Plans a reviewer takes at most"
          defaultValue={String(cap)}
          inputMode="numeric"
          short
        />
        <TextInput
          name="seed"
          label="Seed"
          hint="Decides between equally good assignments. The same seed gives the same assignment."
          defaultValue={seed}
        />
        <div className="actions">
          <SubmitButton busy="Computing">Compute</SubmitButton>
        </div>
      </Form>
    </section>
  )
}
