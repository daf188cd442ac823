import { Form } from '@/components/ui/form'
import { SectionHead } from '@/components/ui/section-head'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import type { CommitmentInFull } from '@/domain/commitments/read-build-out'
import { rungWords } from '@/domain/commitments/rules'
import { isGrave, leadsTo, nextRung } from '@/domain/remedies/ladder'
import { impose, imposeGrave } from '../actions'

/** The next step of the remedy ladder, with its reason; a grave one asks a second officer (R12.2). */
export function NextStep({ commitment }: { commitment: CommitmentInFull }) {
  const { id, rung, remedy } = commitment
  const next = nextRung(rung)
  if (!next || !leadsTo(remedy, next)) return <p>The ladder leads no further for this commitment.</p>
  const grave = isGrave(next)
  return (
    <section aria-labelledby="next">
      <SectionHead title={`Next step: ${rungWords[next]}`} id="next" minor />
      <p className="small soft mt-2">
        Steps are taken one after the other, each when the one before has run and its appeal is decided.
        {next === 'revocation' && ' The name goes back to the pool when the appeal period is over.'}
      </p>
      <Form action={grave ? imposeGrave : impose} className="form mt-4">
        <input type="hidden" name="commitmentId" value={id} />
        <input type="hidden" name="rung" value={next} />
        <TextArea name="reason" label="Reason" hint="The registrant reads it." rows={4} maxLength={2000} />
        {next === 'added-conditions' && (
          <TextArea name="conditions" label="What the registrant has to do" rows={4} maxLength={2000} />
        )}
        <div className="actions">
          <SubmitButton variant="danger" icon={grave ? 'users' : undefined}>
            {grave ? 'Ask a second officer' : 'Take this step'}
          </SubmitButton>
        </div>
      </Form>
    </section>
  )
}
