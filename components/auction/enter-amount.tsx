'use client'

import { useId } from 'react'
import { Icon } from '@/components/ui/icon'
import { formatMoney } from '@/lib/money'
import type { Bidding } from './run-bidding'

/** The field of an amount and the button that asks to confirm it; beneath, how the amount was read. */
export function EnterAmount({
  bidding,
  label,
  button,
  disabled,
  children,
}: {
  bidding: Bidding
  label: React.ReactNode
  button: string
  disabled: boolean
  /** What follows "We read this as US$…". */
  children: React.ReactNode
}) {
  const id = useId()
  const busy = isBusy(bidding)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy && !disabled) bidding.review()
      }}
    >
      <label className="lab" htmlFor={id}>
        {label}
      </label>
      <div className="bid-form">
        <input
          id={id}
          className="in n"
          inputMode="decimal"
          autoComplete="off"
          value={bidding.text}
          aria-invalid={bidding.problem ? true : undefined}
          aria-describedby={`${id}-echo`}
          onChange={(event) => bidding.setText(event.target.value)}
        />
        <button type="submit" className="btn primary l" disabled={disabled} aria-disabled={busy || undefined}>
          {busy ? 'Sending' : button}
        </button>
      </div>
      <p className={bidding.problem ? 'err' : 'small soft num max-w-none'} id={`${id}-echo`}>
        {bidding.problem && <Icon name="circle-alert" />}
        {bidding.problem ?? (
          <>
            {bidding.readMinor !== undefined && (
              <>
                We read this as <b>{formatMoney(bidding.readMinor)}</b>.{' '}
              </>
            )}
            {children}
          </>
        )}
      </p>
    </form>
  )
}

/** A bid is on its way, or its answer is not known yet. */
export function isBusy({ step }: Bidding): boolean {
  return step.at === 'sending' || step.at === 'unknown'
}
