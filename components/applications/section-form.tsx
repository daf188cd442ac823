'use client'

import { useRef, useState } from 'react'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Form } from '@/components/ui/form'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmitButton } from '@/components/ui/submit-button'
import { type DraftContent, readSectionForm } from '@/domain/plans/rules'
import type { Question } from '@/domain/plans/sections'
import type { FormState } from '@/lib/form-action'
import { useAutosave } from './autosave-section'
import type { CountryOption } from './editable-row'
import { keptKey } from './keep-on-device'
import { QuestionField } from './question-field'
import { StoredMeanwhile, WhenRefused } from './refused-save'
import { ResolveConflict } from './resolve-conflict'
import { ShowSaveState } from './show-save-state'

export type SectionFormProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>
  applicationId: string
  userId: string
  section: { id: string; questions: readonly Question[] }
  saved: { content: DraftContent; version: number; completed: boolean; at: string | null; by: string | null }
  /** Sentences by field, when the section was declared complete and is not. */
  problems: Record<string, string>
  /** Long sections ask whether they are completed; short ones are when they are sent. */
  asksForCompletion: boolean
  multiple: number
  /** What a column of countries is chosen from; empty where there is none. */
  countries: readonly CountryOption[]
  /** Id of the table that shows one more blank row. */
  more?: string
  zone: string
}

/** One section of an application: its questions, saved as they are answered, sent with a button. */
export function SectionForm(props: SectionFormProps) {
  const { applicationId, section, saved, problems, zone } = props
  const form = useRef<HTMLFormElement>(null)
  const [shown, setShown] = useState({ content: saved.content, epoch: 0 })
  const show = (content: DraftContent) => setShown(({ epoch }) => ({ content, epoch: epoch + 1 }))
  const { state, saver, read } = useAutosave({
    form,
    url: `/api/v1/applications/${applicationId}/sections/${section.id}`,
    keptKey: keptKey(props.userId, applicationId, section.id),
    readForm: (data) => readSectionForm(section.questions, data),
    saved: saved.content,
    version: saved.version,
    onRestore: show,
  })
  const changed = () => saver.current?.changed(read())
  const here = `/portal/applications/${applicationId}/sections/${section.id}`
  const signInHref = `/sign-in?next=${encodeURIComponent(here)}`
  const foot = <ShowSaveState state={state} savedAt={saved.at} zone={zone} signInHref={signInHref} />
  const firstText = section.questions.find(({ kind }) => kind === 'markdown' || kind === 'text')
  return (
    <Form
      action={props.action}
      ref={form}
      className="form"
      onInput={changed}
      onBlur={() => saver.current?.flush()}
      onSubmit={(event) => {
        const saving = saver.current
        if (!saving?.isBusy()) return void saving?.stop()
        // One's own save under way would make this one stale: let it end first.
        event.preventDefault()
        const { submitter } = event.nativeEvent as SubmitEvent
        saving.stop().then(() => form.current?.requestSubmit(submitter))
      }}
    >
      {Object.keys(problems).length > 0 && <ErrorSummary fields={problems} />}
      <input type="hidden" name="applicationId" value={applicationId} />
      <input type="hidden" name="section" value={section.id} />
      <input type="hidden" name="version" defaultValue={saved.version} />
      {/* The Enter key presses a form's first button: that must not be one that removes a row. */}
      <button type="submit" name="intent" value="stay" className="sr-only" tabIndex={-1} aria-hidden="true">
        Save
      </button>
      <WhenRefused
        onRefused={(isStale) => (isStale ? saver.current?.compare(read()) : saver.current?.resume())}
      />
      {state.phase === 'conflict' ? (
        <ResolveConflict
          questions={section.questions}
          mine={state.mine}
          theirs={state.theirs}
          zone={zone}
          onResolve={(content) => {
            show(content)
            saver.current?.writeOnTopOf(state.theirs.version, content)
          }}
        />
      ) : (
        <StoredMeanwhile saved={saved} questions={section.questions} />
      )}
      {section.questions.map((question) => (
        <QuestionField
          key={`${question.id} ${shown.epoch}`}
          question={question}
          content={shown.content}
          problems={problems}
          multiple={props.multiple}
          more={props.more === question.id}
          countries={props.countries}
          foot={question === firstText ? foot : undefined}
          onChange={changed}
        />
      ))}
      {!firstText && <div className="saved">{foot}</div>}
      {props.asksForCompletion && (
        <RadioGroup
          name="completed"
          label="Have you completed this section?"
          defaultValue={saved.completed ? 'yes' : 'no'}
          options={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No, I’ll come back later' },
          ]}
        />
      )}
      <div className="actions ruled">
        <SubmitButton name="intent" value="continue" busy="Saving">
          Save and continue
        </SubmitButton>
        <SubmitButton name="intent" value="later" variant="default" busy="Saving">
          Save and come back later
        </SubmitButton>
      </div>
    </Form>
  )
}
