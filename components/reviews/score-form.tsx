'use client'

import { useCallback, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useAutosave } from '@/components/applications/autosave-section'
import { WhenRefused } from '@/components/applications/refused-save'
import { ShowSaveState } from '@/components/applications/show-save-state'
import { Form } from '@/components/ui/form'
import type { Citation, DraftScore } from '@/db/schema/reviews'
import type { Criterion } from '@/db/schema/rounds'
import { completeSheet, missingIn, readSheet } from '@/domain/reviews/rules'
import type { FormState } from '@/lib/form-action'
import { CitePassages } from './cite-passages'
import { CiteSelection } from './cite-selection'
import { ConfirmScores } from './confirm-scores'
import { CriterionField } from './criterion-field'
import { keptSheetKey } from './kept-sheets'
import { ResolveSheets } from './resolve-sheets'
import { SaveOrSubmit } from './save-or-submit'
import { useKeys } from './use-keys'

export type SheetContent = { planVersionId: string; scores: DraftScore[] }

export type ScoreFormProps = {
  action: (previous: FormState, form: FormData) => Promise<FormState>
  assignmentId: string
  userId: string
  planVersionId: string
  criteria: readonly Criterion[]
  /** Of the plan's sections, by id. */
  headings: Record<string, string>
  saved: { scores: DraftScore[]; version: number; at: string | null }
  /** The plan that “Save and next” leads to. */
  nextId?: string
  zone: string
}

/** The reviewer's sheet beside the plan: saved as it is filled in, submitted once. Works without JavaScript. */
export function ScoreForm(props: ScoreFormProps) {
  const { assignmentId, planVersionId, criteria, saved } = props
  const form = useRef<HTMLFormElement>(null)
  const [shown, setShown] = useState({ scores: saved.scores, epoch: 0 })
  const [sheet, setSheet] = useState(saved.scores)
  const [cited, setCited] = useState(() => citationsOf(saved.scores))
  const [current, setCurrent] = useState<string>()
  const [confirming, setConfirming] = useState(false)
  const back = useCallback(() => setConfirming(false), [])
  const restore = (scores: DraftScore[]) => {
    setShown(({ epoch }) => ({ scores, epoch: epoch + 1 }))
    setSheet(scores)
    setCited(citationsOf(scores))
  }
  const { state, saver, read } = useAutosave<SheetContent>({
    form,
    url: `/api/v1/reviews/${assignmentId}`,
    keptKey: keptSheetKey(props.userId, assignmentId),
    readForm: (data) => ({ planVersionId, scores: readSheet(data) }),
    saved: { planVersionId, scores: saved.scores },
    version: saved.version,
    onRestore: ({ scores }) => restore(completeSheet(criteria, scores)),
  })
  const changed = () => {
    const content = read()
    setSheet(content.scores)
    setConfirming(false)
    saver.current?.changed(content)
  }
  const cite = (criterion: string, passages: Citation[]) => {
    // The form is read as the page shows it.
    flushSync(() => setCited((known) => ({ ...known, [criterion]: passages })))
    changed()
  }
  useKeys(form, () => saver.current?.flush())
  return (
    <Form
      action={props.action}
      ref={form}
      id="score"
      className="rubric"
      aria-label="Your scores"
      onInput={changed}
      onFocus={(event) =>
        setCurrent(event.target.closest<HTMLElement>('[data-criterion]')?.dataset.criterion)
      }
      onBlur={() => saver.current?.flush()}
      onSubmit={(event) => {
        const { submitter } = event.nativeEvent as SubmitEvent
        if (!confirming && isFinal(submitter) && isComplete(criteria, read().scores)) {
          event.preventDefault()
          return setConfirming(true)
        }
        const saving = saver.current
        if (!saving?.isBusy()) return void saving?.stop()
        // One's own save under way would make this one stale: let it end first.
        event.preventDefault()
        saving.stop().then(() => form.current?.requestSubmit(submitter))
      }}
    >
      <input type="hidden" name="assignmentId" value={assignmentId} />
      <input type="hidden" name="planVersionId" value={planVersionId} />
      <input type="hidden" name="version" defaultValue={saved.version} />
      <input type="hidden" name="nextId" value={props.nextId ?? ''} />
      <WhenRefused
        onRefused={(isStale) => {
          setConfirming(false)
          if (isStale) saver.current?.compare(read())
          else saver.current?.resume()
        }}
      />
      <div className="scroll">
        {state.phase === 'conflict' && (
          <ResolveSheets
            criteria={criteria}
            mine={state.mine}
            theirs={state.theirs}
            onChoose={(scores) => {
              restore(scores)
              saver.current?.writeOnTopOf(state.theirs.version, { planVersionId, scores })
            }}
          />
        )}
        {criteria.map((criterion, index) => (
          <CriterionField
            key={`${criterion.id} ${shown.epoch}`}
            criterion={criterion}
            score={shown.scores[index]!}
            chosen={chosenIn(sheet[index])}
            current={criterion.id === current}
          >
            <CitePassages
              criterion={criterion}
              cited={cited[criterion.id] ?? []}
              headings={props.headings}
              onCited={(passages) => cite(criterion.id, passages)}
            />
          </CriterionField>
        ))}
        <CiteSelection
          criteria={criteria}
          cited={cited}
          onCite={(criterion, passage) => cite(criterion, [...(cited[criterion] ?? []), passage])}
        />
      </div>
      <div className="total">
        {confirming ? (
          <ConfirmScores criteria={criteria} sheet={sheet} onBack={back} />
        ) : (
          <SaveOrSubmit criteria={criteria} sheet={sheet} next={props.nextId !== undefined} />
        )}
        <div className="saved">
          <ShowSaveState
            state={state}
            savedAt={saved.at}
            zone={props.zone}
            signInHref={`/sign-in?next=${encodeURIComponent(`/review/${assignmentId}`)}`}
          />
        </div>
        <p className="xs muted">Others’ scores show after you submit. Submitted scores are not changed.</p>
      </div>
    </Form>
  )
}

function isFinal(submitter: HTMLElement | null): boolean {
  return submitter instanceof HTMLButtonElement && submitter.value === 'submit'
}

/** A sheet that lacks something is not asked about: the server says what. */
function isComplete(criteria: readonly Criterion[], scores: readonly DraftScore[]): boolean {
  return Object.keys(missingIn(criteria, scores)).length === 0
}

function chosenIn(score: DraftScore | undefined): string {
  return score?.notApplicable ? 'na' : String(score?.value ?? '')
}

function citationsOf(scores: readonly DraftScore[]): Record<string, Citation[]> {
  return Object.fromEntries(scores.map(({ criterion, citations }) => [criterion, citations ?? []]))
}
