'use client'

import { useEffect, useState } from 'react'
import { createPortal } from 'react-dom'
import { highlight } from '@/components/plans/highlight-text'
import { buttonClass } from '@/components/ui/button'
import type { Citation } from '@/db/schema/reviews'
import { citationOfSelection, rangeOfCitation } from './find-citation'

/**
 * Marks in the plan what is cited, and asks, while something is selected there, for which criterion it is to be cited.
 * It stands at the foot of the plan.
 */
export function CiteSelection({
  criteria,
  cited,
  onCite,
}: {
  criteria: readonly { id: string; name: string }[]
  /** By criterion. */
  cited: Record<string, Citation[]>
  onCite: (criterion: string, citation: Citation) => void
}) {
  const [pane, setPane] = useState<Element | null>(null)
  const [selected, setSelected] = useState<Citation>()
  const [told, setTold] = useState('')
  useEffect(() => {
    setPane(document.querySelector('.panes > .plan'))
    const look = () => setSelected(citationOfSelection())
    // Something may be selected since before this script ran.
    look()
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [])
  useEffect(() => {
    const ranges = Object.values(cited).flat().map(rangeOfCitation)
    highlight(
      'plan-cited',
      ranges.filter((range) => range !== undefined),
    )
    return () => highlight('plan-cited', [])
  }, [cited])
  if (!pane) return null
  return createPortal(
    <>
      <p role="status" className="sr-only">
        {told}
      </p>
      {selected && (
        <div className="cite-bar">
          <span className="small muted">Cite for</span>
          {criteria.map(({ id, name }) => (
            <button
              key={id}
              type="button"
              className={buttonClass({ size: 's' })}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => {
                onCite(id, selected)
                setTold(`Cited for ${name}: ${selected.quote}`)
                getSelection()?.removeAllRanges()
              }}
            >
              <span className="sr-only">Cite for </span>
              {name}
            </button>
          ))}
        </div>
      )}
    </>,
    pane,
  )
}
