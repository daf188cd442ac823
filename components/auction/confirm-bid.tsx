'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { LabelName } from '@/components/labels/label-name'
import { Sort } from '@/components/labels/sort'
import { spell } from '@/domain/labels/spell'
import { parseAmount } from '@/lib/money'
import type { Bidding } from './run-bidding'

/** What a confirmation says, in the words of its format. */
export type ConfirmWords = {
  /** What is done, with the amount: it reads on "… for q7.org, letter q, digit 7?" */
  verb: React.ReactNode
  note: React.ReactNode
  button: string
  /** Confirming takes something away that may not come back. */
  danger?: boolean
}

/**
 * The second question, in the place of the form: what is asked names the amount and reads the label back in words
 * (R17.2). An amount far above what is needed has to be typed again.
 */
export function ConfirmBid({
  label,
  bidding,
  amountMinor,
  again,
  words: { verb, note, button, danger = false },
}: {
  label: string
  bidding: Bidding
  /** Null: there is no amount in it, as in a withdrawal. */
  amountMinor: bigint | null
  again: boolean
  words: ConfirmWords
}) {
  const id = useId()
  const first = useRef<HTMLButtonElement & HTMLInputElement>(null)
  const [retyped, setRetyped] = useState('')
  const parsed = parseAmount(retyped)
  const same = !again || (parsed.ok && parsed.minor === amountMinor)
  useEffect(() => first.current?.focus(), [])
  return (
    <form
      className="confirm"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key === 'Escape') bidding.goBack()
        if (event.key === 'Enter' && event.repeat) event.preventDefault()
      }}
      onSubmit={(event) => {
        event.preventDefault()
        if (same) bidding.confirm()
      }}
    >
      <Sort label={label} status="released" size={76} onFace decorative />
      <div>
        <p id={id}>
          {verb} for <LabelName label={label} spelled={false} />, {spell(label)}?
          <br />
          <span className="small soft">{note}</span>
        </p>
        {again && (
          <label className="small block mt-2">
            This is far above what is needed now. Type the amount again to confirm it.
            <input
              ref={first}
              className="in n mt-1"
              inputMode="decimal"
              autoComplete="off"
              value={retyped}
              onChange={(event) => setRetyped(event.target.value)}
            />
          </label>
        )}
      </div>
      <div className="btns">
        <button
          ref={again ? undefined : first}
          type="submit"
          className={danger ? 'btn danger l' : 'btn primary l'}
          disabled={!same}
        >
          {button}
        </button>
        <button type="button" className="btn" onClick={bidding.goBack}>
          Go back <kbd>Esc</kbd>
        </button>
      </div>
    </form>
  )
}
