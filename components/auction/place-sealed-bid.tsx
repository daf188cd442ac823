'use client'

import { LabelName } from '@/components/labels/label-name'
import { formatMoney } from '@/lib/money'
import { spellAmount } from '@/lib/spell-amount'
import type { ConfirmWords } from './confirm-bid'
import { EnterAmount, isBusy } from './enter-amount'
import { MakeBid } from './make-bid'
import type { Bidding } from './run-bidding'
import type { SealTo } from './seal-in-browser'
import { SealOffline } from './seal-offline'

type Props = {
  label: string
  bidding: Bidding
  reserveMinor: bigint
  /** Whether one's own bid stands, and what this browser remembers of it. */
  standing: boolean
  standingMinor: bigint | null
  disabled: boolean
  sealTo: SealTo
  onAnswer: () => void
}

/** One sealed bid: handed in, replaced or taken back until the close; the last counts (R7.3). */
export function PlaceSealedBid(props: Props) {
  const { label, bidding, reserveMinor, standing, standingMinor, disabled, sealTo, onAnswer } = props
  return (
    <MakeBid
      label={label}
      bidding={bidding}
      wordsFor={(minor) =>
        minor === null ? withdrawal(standingMinor) : handIn(minor, standing, standingMinor)
      }
    >
      <EnterAmount
        bidding={bidding}
        label={
          <>
            {!standing ? 'Your sealed bid for ' : 'Another sealed bid for '}
            <LabelName label={label} spelled={false} />
          </>
        }
        button={!standing ? 'Review this bid' : 'Review the new bid'}
        disabled={disabled}
      >
        {bidding.readMinor !== undefined && <>In words: {spellAmount(bidding.readMinor)}. </>}
        At least {formatMoney(reserveMinor)}.
      </EnterAmount>
      {standing && (
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
      <SealOffline to={sealTo} disabled={disabled || isBusy(bidding)} onAnswer={onAnswer} />
    </MakeBid>
  )
}

function handIn(minor: bigint, standing: boolean, standingMinor: bigint | null): ConfirmWords {
  return {
    verb: (
      <>
        Seal a bid of <b>{formatMoney(minor)}</b>, {spellAmount(minor)},
      </>
    ),
    note: !standing
      ? 'Binding from the close. Until then you can replace or withdraw it.'
      : `It replaces your bid${standingMinor === null ? '' : ` of ${formatMoney(standingMinor)}`}. Binding from the close.`,
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
