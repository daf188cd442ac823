import { Checkbox } from '@/components/ui/checkbox'
import { Form } from '@/components/ui/form'
import { SectionHead } from '@/components/ui/section-head'
import { SubmitButton } from '@/components/ui/submit-button'
import { type Field, fields } from '@/domain/assignments/rules'
import { tag } from '../../actions'

/** The fields of work that the plan is about: whoever knows them reads it (R6.3). */
export function PlanFields({
  applicationId,
  chosen,
  editable,
}: {
  applicationId: string
  chosen: readonly string[]
  editable: boolean
}) {
  return (
    <section className="stack sec" id="fields">
      <SectionHead title="Fields of work" minor>
        Who knows them reads the plan.
      </SectionHead>
      {editable ? (
        <Form action={tag}>
          <input type="hidden" name="applicationId" value={applicationId} />
          <fieldset className="field">
            <legend>What is it mostly about? At most three.</legend>
            {Object.entries(fields).map(([field, name]) => (
              <Checkbox
                key={field}
                name={`field.${field}`}
                label={name}
                defaultChecked={chosen.includes(field)}
              />
            ))}
          </fieldset>
          <div className="actions">
            <SubmitButton>Save the fields</SubmitButton>
          </div>
        </Form>
      ) : (
        <p className="soft">{chosen.map((field) => fields[field as Field]).join(', ') || 'None is named.'}</p>
      )}
    </section>
  )
}
