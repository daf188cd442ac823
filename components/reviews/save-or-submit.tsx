'use client'

import { SubmitButton } from '@/components/ui/submit-button'
import type { DraftScore } from '@/db/schema/reviews'
import type { Criterion } from '@/db/schema/rounds'
import { ProvisionalTotal } from './provisional-total'

/** What the sheet comes to, and the two things to do with it. */
export function SaveOrSubmit({
  criteria,
  sheet,
  next,
}: {
  criteria: readonly Criterion[]
  sheet: DraftScore[]
  next: boolean
}) {
  return (
    <>
      <ProvisionalTotal criteria={criteria} sheet={sheet} />
      <div className="row mt-3 flex-nowrap [--gap:.5rem]">
        <span className="grow">
          <SubmitButton name="intent" value="next" busy="Saving" wide>
            {next ? 'Save and next' : 'Save'}
          </SubmitButton>
        </span>
        <SubmitButton name="intent" value="submit" variant="default" busy="Submitting">
          Submit scores
        </SubmitButton>
      </div>
    </>
  )
}
