'use client'

import { useEffect, useRef } from 'react'
import { SubmitButton } from '@/components/ui/submit-button'
import type { DraftScore } from '@/db/schema/reviews'
import type { Criterion } from '@/db/schema/rounds'
import { completeSheet } from '@/domain/reviews/rules'
import { ProvisionalTotal } from './provisional-total'

/**
 * The step before scores are submitted, in the place of the buttons: what is about to be final, and the way back, which
 * Escape takes too. It takes the focus, so that the next key is not an answer to a question that was not read.
 */
export function ConfirmScores({
  criteria,
  sheet,
  onBack,
}: {
  criteria: readonly Criterion[]
  sheet: readonly DraftScore[]
  onBack: () => void
}) {
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [])
  useEffect(() => {
    const press = (event: KeyboardEvent) => event.key === 'Escape' && onBack()
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [onBack])
  return (
    <section aria-labelledby="confirm-scores">
      <h3 id="confirm-scores" ref={title} tabIndex={-1}>
        Submit these scores? They cannot be changed afterwards.
      </h3>
      <dl className="dl figures my-2">
        {completeSheet(criteria, sheet).flatMap(({ criterion, value, notApplicable }, index) => [
          <dt key={criterion}>{criteria[index]!.name}</dt>,
          <dd key={`${criterion} value`}>{notApplicable ? 'Not applicable' : `${value} of 5`}</dd>,
        ])}
      </dl>
      <ProvisionalTotal criteria={criteria} sheet={sheet} />
      <div className="row mt-3 flex-nowrap [--gap:.5rem]">
        <span className="grow">
          <SubmitButton name="intent" value="submit" busy="Submitting" wide>
            Yes, submit them
          </SubmitButton>
        </span>
        <button type="button" className="btn" onClick={onBack}>
          <span>Back to the scores</span>
        </button>
      </div>
    </section>
  )
}
