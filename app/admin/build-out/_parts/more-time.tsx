import { Form } from '@/components/ui/form'
import { SectionHead } from '@/components/ui/section-head'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { extend, waive } from '../actions'

/** A later date; the old one stays on record (R12.1). */
export function ExtendForm({ commitmentId }: { commitmentId: string }) {
  return (
    <section aria-labelledby="extend">
      <SectionHead title="Give more time" id="extend" minor />
      <Form action={extend} className="form mt-4">
        <input type="hidden" name="commitmentId" value={commitmentId} />
        <TextInput name="dueOn" label="New last day" type="date" short />
        <TextArea name="reason" label="Reason" hint="The registrant reads it." rows={3} maxLength={2000} />
        <div className="actions">
          <SubmitButton>Extend this commitment</SubmitButton>
        </div>
      </Form>
    </section>
  )
}

/** Lets the registrant off; counted apart from what was kept (R12.1). */
export function WaiveForm({ commitmentId }: { commitmentId: string }) {
  return (
    <section aria-labelledby="waive">
      <SectionHead title="Waive it" id="waive" minor />
      <Form action={waive} className="form mt-4">
        <input type="hidden" name="commitmentId" value={commitmentId} />
        <TextArea name="reason" label="Reason" hint="The registrant reads it." rows={3} maxLength={2000} />
        <div className="actions">
          <SubmitButton variant="danger">Waive this commitment</SubmitButton>
        </div>
      </Form>
    </section>
  )
}
