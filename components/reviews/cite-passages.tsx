'use client'

import { useEffect, useRef, useState } from 'react'
import { buttonClass } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { Citation } from '@/db/schema/reviews'
import { MOST_CITATIONS } from '@/domain/plans/passages'
import { fieldsOf, writeCitation } from '@/domain/reviews/rules'
import { CitedPassage } from './cited-passage'
import { citationOfSelection, citationOfWords } from './find-citation'

/** The passages that a reason rests on: what is selected in the plan, or words pasted from it. */
export function CitePassages({
  criterion: { id, name },
  cited,
  headings,
  onCited,
}: {
  criterion: { id: string; name: string }
  cited: readonly Citation[]
  /** Of the sections, by id. */
  headings: Record<string, string>
  onCited: (cited: Citation[]) => void
}) {
  const words = useRef<HTMLTextAreaElement>(null)
  const [pasting, setPasting] = useState<'closed' | 'open' | 'not-found'>('closed')
  useEffect(() => {
    if (pasting === 'open') words.current?.focus()
  }, [pasting])
  const { citation: field, pasted } = fieldsOf(id)
  const add = (citation: Citation) => {
    onCited([...cited, citation])
    setPasting('closed')
  }
  const citeWords = () => {
    const citation = citationOfWords(words.current?.value ?? '')
    if (citation) add(citation)
    else setPasting('not-found')
  }
  return (
    <div className="cited">
      {cited.length > 0 && (
        <ul aria-label={`Passages cited for ${name}`}>
          {cited.map((citation) => (
            <li key={writeCitation(citation)}>
              <input type="hidden" name={field} value={writeCitation(citation)} />
              <CitedPassage citation={citation} heading={headings[citation.section] ?? 'The plan'} />
              <button
                type="button"
                className="btn quiet s"
                onClick={() => onCited(cited.filter((one) => one !== citation))}
              >
                <Icon name="x" size="s" title={`Take out “${citation.quote.slice(0, 40)}”`} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {cited.length < MOST_CITATIONS && (
        <button
          type="button"
          className={`${buttonClass({ variant: 'quiet', size: 's' })} scripted`}
          aria-expanded={pasting !== 'closed'}
          // The selection in the plan must outlast the press.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            const selected = citationOfSelection()
            if (selected) add(selected)
            else setPasting(pasting === 'closed' ? 'open' : 'closed')
          }}
        >
          <Icon name="link" size="s" />
          <span>
            Cite a passage<span className="sr-only"> for {name}</span>
          </span>
        </button>
      )}
      {pasting !== 'closed' && (
        <div className="field">
          <label htmlFor={pasted}>The words of the plan</label>
          <span className="hint" id={`${pasted}-hint`}>
            Select them in the plan before you press “Cite a passage”, or paste them here.
          </span>
          {pasting === 'not-found' && (
            <span className="err" id={`${pasted}-error`} role="alert">
              <Icon name="circle-alert" />
              These words do not stand in the plan.
            </span>
          )}
          <textarea
            ref={words}
            id={pasted}
            className="in"
            rows={2}
            aria-describedby={`${pasted}-hint`}
            aria-invalid={pasting === 'not-found' || undefined}
          />
          <button type="button" className={buttonClass({ size: 's' })} onClick={citeWords}>
            Cite these words
          </button>
        </div>
      )}
      <noscript>
        <label htmlFor={pasted}>Words of the plan to cite for {name}</label>
        <textarea name={pasted} id={pasted} className="in" rows={2} />
      </noscript>
    </div>
  )
}
