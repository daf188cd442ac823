'use client'

import { useEffect, useRef } from 'react'
import type { Theirs } from '@/components/applications/section-saver'
import { buttonClass } from '@/components/ui/button'
import type { DraftScore } from '@/db/schema/reviews'
import type { Criterion } from '@/db/schema/rounds'
import type { SheetContent } from './score-form'

/** Two sheets of one review: this one, and what another tab saved meanwhile. Nothing is overwritten before the choice. */
export function ResolveSheets({
  criteria,
  mine,
  theirs,
  onChoose,
}: {
  criteria: readonly Criterion[]
  mine: SheetContent
  theirs: Theirs<SheetContent>
  onChoose: (scores: DraftScore[]) => void
}) {
  const frame = useRef<HTMLElement>(null)
  useEffect(() => frame.current?.focus(), [])
  const of = (sheet: SheetContent, id: string) => sheet.scores.find(({ criterion }) => criterion === id)
  const differing = criteria.filter(
    ({ id }) => JSON.stringify(of(mine, id)) !== JSON.stringify(of(theirs.content, id)),
  )
  return (
    <section ref={frame} className="err-sum" tabIndex={-1} aria-labelledby="sheets-title">
      <h2 id="sheets-title">This review was changed in another tab</h2>
      <p className="small">Both versions are kept. Choose which one to go on with.</p>
      {differing.map(({ id, name }) => (
        <div key={id} className="small mt-3">
          <b>{name}</b>
          <p>Here: {inWords(of(mine, id))}</p>
          <p>There: {inWords(of(theirs.content, id))}</p>
        </div>
      ))}
      <div className="actions mt-4">
        <button type="button" className={buttonClass({ size: 's' })} onClick={() => onChoose(mine.scores)}>
          Keep the one here
        </button>
        <button
          type="button"
          className={buttonClass({ size: 's' })}
          onClick={() => onChoose(theirs.content.scores)}
        >
          Take the one there
        </button>
      </div>
    </section>
  )
}

function inWords(score: DraftScore | undefined): string {
  const value = score?.notApplicable ? 'not applicable' : (score?.value ?? 'no value')
  const cited = (score?.citations ?? []).map(({ quote }) => ` Cites “${quote}”.`).join('')
  return `${value}. ${score?.reason || 'No reason yet.'}${cited}`
}
