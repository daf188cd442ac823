import { StepList } from '@/components/qpi/step-list'
import { Button } from '@/components/ui/button'
import { Form } from '@/components/ui/form'
import { SectionHead } from '@/components/ui/section-head'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { newId } from '@/lib/ids'
import { agreeStep, finishStep } from '../../actions'

/** The plan agreed with the registrar, which sees it. */
export function Steps({
  ianaId,
  steps,
  acts,
}: {
  ianaId: number
  steps: React.ComponentProps<typeof StepList>['steps']
  acts: boolean
}) {
  return (
    <section aria-labelledby="steps" className="stack">
      <SectionHead title="Action plan" id="steps">
        The registrar sees it
      </SectionHead>
      <StepList steps={steps} {...(acts && { actions: (id: string) => <EndStep noteId={id} /> })} />
      {acts && (
        <details className="pane">
          <summary>
            <b>Agree on a step</b>
          </summary>
          <Form action={agreeStep} idempotencyKey={newId('qnt')} className="form mt-4">
            <input type="hidden" name="ianaId" value={ianaId} />
            <TextInput name="text" label="What the registrar does" maxLength={2000} autoComplete="off" />
            <TextInput name="dueOn" label="Until" type="date" short />
            <div className="actions">
              <SubmitButton busy="Adding">Add the step</SubmitButton>
            </div>
          </Form>
        </details>
      )}
    </section>
  )
}

function EndStep({ noteId }: { noteId: string }) {
  return (
    <Form action={finishStep} className="row">
      <input type="hidden" name="noteId" value={noteId} />
      <Button type="submit" size="s" name="outcome" value="done">
        Done
      </Button>
      <Button type="submit" size="s" variant="quiet" name="outcome" value="dropped">
        Drop
      </Button>
    </Form>
  )
}
