'use client'

import { useEffect, useId, useRef, useState } from 'react'
import { LabelName } from '@/components/labels/label-name'
import { Sort } from '@/components/labels/sort'
import { HoldFocus } from '@/components/ui/hold-focus'
import { Icon } from '@/components/ui/icon'
import { spell } from '@/domain/labels/spell'
import { formatMoney, parseAmount } from '@/lib/money'
import type { Bidding } from './run-bidding'

type Props = {
  label: string
  bidding: Bidding
  minimumMinor: bigint
  priceMinor: bigint | null
  leading: boolean
  disabled: boolean
}

/** The amount, and in the same place the confirmation of it: nothing is sent until it is confirmed. */
export function PlaceBid(props: Props) {
  const { step } = props.bidding
  return (
    <HoldFocus of={step.at} label="Your bid">
      {step.at === 'confirming' ? (
        <Confirm key={step.maxMinor.toString()} {...props} maxMinor={step.maxMinor} again={step.again} />
      ) : (
        <AmountForm {...props} />
      )}
      <Answer bidding={props.bidding} />
    </HoldFocus>
  )
}

function AmountForm({ label, bidding, minimumMinor, disabled }: Props) {
  const id = useId()
  const busy = bidding.step.at === 'sending' || bidding.step.at === 'unknown'
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (!busy && !disabled) bidding.review()
      }}
    >
      <label className="lab" htmlFor={id}>
        Most you would pay for <LabelName label={label} spelled={false} />
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
          {busy ? 'Sending' : bidding.oneTap ? 'Bid now' : 'Review this bid'}
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
            At least {formatMoney(minimumMinor)}; you pay only what is needed to lead.
          </>
        )}
      </p>
    </form>
  )
}

function Confirm({
  label,
  bidding,
  leading,
  priceMinor,
  maxMinor,
  again,
}: Props & { maxMinor: bigint; again: boolean }) {
  const id = useId()
  const first = useRef<HTMLButtonElement & HTMLInputElement>(null)
  const [retyped, setRetyped] = useState('')
  const parsed = parseAmount(retyped)
  const same = !again || (parsed.ok && parsed.minor === maxMinor)
  const amount = formatMoney(maxMinor)
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
          {leading ? 'Raise your maximum to ' : 'Bid up to '}
          <b>{amount}</b> for <LabelName label={label} spelled={false} />, {spell(label)}?
          <br />
          <span className="small soft">
            Binding.{' '}
            {leading &&
              priceMinor !== null &&
              `The price stays at ${formatMoney(priceMinor)} until someone bids more.`}
          </span>
        </p>
        {again && (
          <label className="small block mt-2">
            This is more than twice the next bid. Type the amount again to confirm it.
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
        <button ref={again ? undefined : first} type="submit" className="btn primary l" disabled={!same}>
          Confirm {amount}
        </button>
        <button type="button" className="btn" onClick={bidding.goBack}>
          Go back <kbd>Esc</kbd>
        </button>
      </div>
    </form>
  )
}

/** What the server said, or that we are still asking. The row in the log stays; this line says it at once. */
function Answer({ bidding }: { bidding: Bidding }) {
  const { step, answer } = bidding
  if (step.at === 'confirming')
    return (
      <p className="small muted mt-3 max-w-none">
        Nothing is sent until you confirm. You have 25 s before the form returns.
      </p>
    )
  if (step.at === 'unknown')
    return (
      <p className="small mt-3" data-tone="warn">
        <Icon name="loader-circle" size="s" className="turning" /> We are checking whether your bid of{' '}
        <b>{formatMoney(step.maxMinor)}</b> arrived. Do not send it again.
      </p>
    )
  if (!answer) return null
  const accepted = answer.kind === 'accepted'
  return (
    <p className="small mt-3 status" data-tone={accepted ? 'good' : 'bad'}>
      <Icon name={accepted ? 'file-check' : 'circle-x'} />
      {accepted
        ? `Accepted: maximum ${formatMoney(BigInt(answer.maxMinor))}, entry ${answer.position}.`
        : answer.message}
    </p>
  )
}
