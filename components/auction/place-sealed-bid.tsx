'use client'

import { LabelName } from '@/components/labels/label-name'
import { HoldFocus } from '@/components/ui/hold-focus'
import { formatMoney } from '@/lib/money'
import { spellAmount } from '@/lib/spell-amount'
import { ConfirmBid } from './confirm-bid'
import { EnterAmount, isBusy } from './enter-amount'
import type { Bidding } from './run-bidding'
import { statedMinor } from './send-bid'
import { TellAnswer } from './tell-answer'

type Props = {
  label: string
  bidding: Bidding
  reserveMinor: bigint
  /** One's own bid that stands; null without one. */
  standingMinor: bigint | null
  disabled: boolean
}

/** One sealed bid: handed in, replaced or taken back until the close; the last counts (R7.3). */
export function PlaceSealedBid(props: Props) {
  const { bidding } = props
  return (
    <HoldFocus of={bidding.step.at} label="Your bid">
      {bidding.step.at === 'confirming' ? <Confirm {...props} /> : <Enter {...props} />}
      <TellAnswer bidding={bidding} />
    </HoldFocus>
  )
}

function Enter({ label, bidding, reserveMinor, standingMinor, disabled }: Props) {
  return (
    <>
      <EnterAmount
        bidding={bidding}
        label={
          <>
            {standingMinor === null ? 'Your sealed bid for ' : 'Another sealed bid for '}
            <LabelName label={label} spelled={false} />
          </>
        }
        button={standingMinor === null ? 'Review this bid' : 'Review the new bid'}
        disabled={disabled}
      >
        {bidding.readMinor !== undefined && <>In words: {spellAmount(bidding.readMinor)}. </>}
        At least {formatMoney(reserveMinor)}.
      </EnterAmount>
      {standingMinor !== null && (
        <p className="small mt-3">
          <button
            type="button"
            className="btn s danger"
            disabled={disabled || isBusy(bidding)}
            onClick={() => bidding.propose({ withdraw: true })}
          >
            Withdraw my bid
          </button>
        </p>
      )}
    </>
  )
}

function Confirm({ label, bidding, standingMinor }: Props) {
  const { step } = bidding
  if (step.at !== 'confirming') return null
  const minor = statedMinor(step.body)
  if (minor === null)
    return (
      <ConfirmBid
        key="withdraw"
        label={label}
        bidding={bidding}
        amountMinor={null}
        again={false}
        verb={
          <>
            Withdraw your bid
            {standingMinor !== null && (
              <>
                {' '}
                of <b>{formatMoney(standingMinor)}</b>
              </>
            )}
          </>
        }
        note="You then have no bid. You can hand in another one until the close."
        button="Confirm the withdrawal"
        danger
      />
    )
  return (
    <ConfirmBid
      key={minor.toString()}
      label={label}
      bidding={bidding}
      amountMinor={minor}
      again={step.again}
      verb={
        <>
          Seal a bid of <b>{formatMoney(minor)}</b>, {spellAmount(minor)},
        </>
      }
      note={
        standingMinor === null
          ? 'Binding from the close. Until then you can replace or withdraw it.'
          : `It replaces your bid of ${formatMoney(standingMinor)}. Binding from the close.`
      }
      button={`Confirm ${formatMoney(minor)}`}
    />
  )
}
