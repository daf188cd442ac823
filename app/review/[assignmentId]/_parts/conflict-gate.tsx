import Link from 'next/link'
import { LabelName } from '@/components/labels/label-name'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextArea } from '@/components/ui/text-area'
import { answerConflict } from '../../actions'

/** The question before the plan (R6.2). It says nothing about the applicant but that a connection seems likely. */
export function ConflictGate({
  assignmentId,
  label,
  round,
  detected,
  calibrate,
}: {
  assignmentId: string
  label: string
  round: string
  detected: boolean
  /** The round, if its calibration plan is to be scored first. */
  calibrate?: string
}) {
  return (
    <div className="wrap page stack [--gap:1.5rem]">
      <h2>Before you read the plan</h2>
      <p className="lede">
        You are to judge a plan for <LabelName label={label} /> in {round}. Do you have an interest in who
        gets this name?
      </p>
      <p>
        An interest is anything that could make others doubt your judgement: work, money, family or a dispute
        with somebody who may have applied. If you recognise the applicant while reading, come back and say
        so.
      </p>
      {calibrate && (
        <Notice tone="info" title="Calibrate first.">
          This round asks for it: you score an invented plan, then you see the model score beside yours.{' '}
          <Link href={`/review/calibration/${calibrate}`}>To the calibration</Link>
        </Notice>
      )}
      {detected && (
        <Notice tone="warn" title="There may be a connection between you and the applicant.">
          Your name, your e-mail domain, where you work or worked, or an earlier part of yours matches
          something in the application.
        </Notice>
      )}
      <Form action={answerConflict}>
        <input type="hidden" name="assignmentId" value={assignmentId} />
        <RadioGroup
          name="state"
          label="Your answer"
          options={[
            { value: 'none', label: 'I have no interest', hint: 'The plan opens.' },
            {
              value: 'declared',
              label: 'I have a conflict of interest',
              hint: 'The plan stays closed to you and goes to somebody else.',
            },
          ]}
        />
        <TextArea
          name="nature"
          label="What is your conflict of interest?"
          hint="Needed if you have one, otherwise leave it empty. The panel reads it."
          rows={3}
          maxLength={1000}
        />
        <div className="actions ruled">
          <SubmitButton busy="Recording">Record my answer</SubmitButton>
        </div>
      </Form>
      <p className="small">
        No conflict, but you cannot review it, for want of time or because you do not know the field?{' '}
        <Link href={`/review/${assignmentId}/decline`} prefetch={false}>
          Give the plan back
        </Link>
      </p>
    </div>
  )
}
