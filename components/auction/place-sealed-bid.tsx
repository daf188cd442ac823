'use client'

import { LabelName } from '@/components/labels/label-name'
import { formatMoney } from '@/lib/money'
import { spellAmount } from '@/lib/spell-amount'
import type { ConfirmWords } from './confirm-bid'
import { EnterAmount, isBusy } from './enter-amount'
import { MakeBid } from './make-bid'
import type { Bidding } from './run-bidding'

type Props = {
  label: string
  bidding: Bidding
  reserveMinor: bigint
  /** One's own bid that stands; null without one. */
  standingMinor: bigint | null
  disabled: boolean
}

/** One sealed bid: handed in, replaced or taken back until the close; the last counts (R7.3). */
export function PlaceSealedBid({ label, bidding, reserveMinor, standingMinor, disabled }: Props) {
  return (
    <MakeBid
      label={label}
      bidding={bidding}
      wordsFor={(minor) => (minor === null ? withdrawal(standingMinor) : handIn(minor, standingMinor))}
    >
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
    </MakeBid>
  )
}

function handIn(minor: bigint, standingMinor: bigint | null): ConfirmWords {
  return {
    verb: (
      <>
        Seal a bid of <b>{formatMoney(minor)}</b>, {spellAmount(minor)},
      </>
    ),
    note:
      standingMinor === null
        ? 'Binding from the close. Until then you can replace or withdraw it.'
        : `It replaces your bid of ${formatMoney(standingMinor)}. Binding from the close.`,
    button: `Confirm ${formatMoney(minor)}`,
  }
}

function withdrawal(standingMinor: bigint | null): ConfirmWords {
  return {
    verb: (
      <>
        Withdraw your bid
        {standingMinor !== null && (
          <>
            {' '}
            of <b>{formatMoney(standingMinor)}</b>
          </>
        )}
      </>
    ),
    note: 'You then have no bid. You can hand in another one until the close.',
    button: 'Confirm the withdrawal',
    danger: true,
  }
}
