'use client'

import { LabelName } from '@/components/labels/label-name'
import { formatMoney } from '@/lib/money'
import { EnterAmount } from './enter-amount'
import { MakeBid } from './make-bid'
import type { Bidding } from './run-bidding'

type Props = {
  label: string
  bidding: Bidding
  minimumMinor: bigint
  priceMinor: bigint | null
  leading: boolean
  disabled: boolean
}

/** The most one would pay: the price moves only as far as others push it (R7.3). */
export function PlaceBid({ label, bidding, minimumMinor, priceMinor, leading, disabled }: Props) {
  return (
    <MakeBid
      label={label}
      bidding={bidding}
      wordsFor={(minor) => ({
        verb: (
          <>
            {leading ? 'Raise your maximum to ' : 'Bid up to '}
            <b>{formatMoney(minor ?? 0n)}</b>
          </>
        ),
        note: `Binding: if you win, you pay the price at the close, at most ${formatMoney(minor ?? 0n)}.${leading && priceMinor !== null ? ` The price stays at ${formatMoney(priceMinor)} until someone bids more.` : ''}`,
        button: `Confirm ${formatMoney(minor ?? 0n)}`,
      })}
    >
      <EnterAmount
        bidding={bidding}
        label={
          <>
            Most you would pay for <LabelName label={label} spelled={false} />
          </>
        }
        button={bidding.oneTap ? 'Bid now' : 'Review this bid'}
        disabled={disabled}
      >
        At least {formatMoney(minimumMinor)}; you pay only what is needed to lead.
      </EnterAmount>
    </MakeBid>
  )
}
