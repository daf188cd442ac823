import { When } from '@/components/time/when'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { actionWords, findingWords, wasHeard } from '@/domain/cases/rules'
import { processNow } from '@/lib/clock'
import { newId } from '@/lib/ids'
import { decide } from '../../actions'
import type { CaseFile } from './case-facts'

const optionsOf = (words: Record<string, string>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** The finding and what follows from it; a second officer approves. Says when the registrant is still to be heard. */
export function DecideForm({ file, zone }: { file: CaseFile; zone: string }) {
  const isToBeHeard = file.registrant && !wasHeard(file, processNow())
  return (
    <Form action={decide} idempotencyKey={newId('fnd')} className="form mt-4">
      <input type="hidden" name="caseId" value={file.id} />
      {isToBeHeard && (
        <Notice tone="info" title="The registrant is still to be heard">
          {file.answerBy ? (
            <>
              The use can be found confusing once it answered, or from <When at={file.answerBy} zone={zone} />
              .
            </>
          ) : (
            'The use can be found confusing once it answered, or its time to answer has passed. Write to it above.'
          )}
        </Notice>
      )}
      <RadioGroup name="finding" label="What was found?" options={optionsOf(findingWords)} />
      <RadioGroup
        name="action"
        label="What follows?"
        hint="Further steps only where the use is confusing."
        options={optionsOf(actionWords)}
      />
      <TextArea name="reason" label="Reason" hint="Both sides read it." rows={4} maxLength={3000} />
      <div className="actions">
        <SubmitButton icon="users" busy="Asking">
          Ask a second officer
        </SubmitButton>
      </div>
    </Form>
  )
}
