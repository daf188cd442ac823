import { AppealText } from '@/components/qpi/appeal-text'
import { Form } from '@/components/ui/form'
import { RadioGroup } from '@/components/ui/radio-group'
import { SectionHead } from '@/components/ui/section-head'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { newId } from '@/lib/ids'
import { answer } from '../../actions'

type Appeal = React.ComponentProps<typeof AppealText>['appeal'] & { id: string }

/** What the registrar holds to be wrong, and the answer. */
export function Appeals({
  appeals,
  zone,
  acts,
}: {
  appeals: readonly Appeal[]
  zone: string
  acts: boolean
}) {
  return (
    <section aria-labelledby="appeals" className="stack">
      <SectionHead title="Appeals" id="appeals" />
      {appeals.length === 0 && <p className="muted">The registrar has not appealed.</p>}
      {appeals.map((appeal) => (
        <div key={appeal.id} className="stack">
          <AppealText appeal={appeal} zone={zone} />
          {acts && appeal.outcome === null && (
            <Form action={answer} idempotencyKey={newId('qaa')}>
              <input type="hidden" name="appealId" value={appeal.id} />
              <RadioGroup
                name="outcome"
                label="What comes of it?"
                options={[
                  { value: 'stands', label: 'The score stands' },
                  {
                    value: 'to-be-corrected',
                    label: 'A figure is to be corrected',
                    hint: 'Read the corrected file, let it count, and compute the month again.',
                  },
                ]}
              />
              <TextArea
                name="answer"
                label="Answer"
                hint="The registrar reads it."
                rows={3}
                maxLength={4000}
              />
              <div className="actions">
                <SubmitButton busy="Answering">Answer the appeal</SubmitButton>
              </div>
            </Form>
          )}
        </div>
      ))}
    </section>
  )
}
