'use client'

import { LabelName } from '@/components/labels/label-name'
import { HoldFocus } from '@/components/ui/hold-focus'
import { formatMoney } from '@/lib/money'
import { ConfirmBid } from './confirm-bid'
import { EnterAmount } from './enter-amount'
import type { Bidding } from './run-bidding'
import { statedMinor } from './send-bid'
import { TellAnswer } from './tell-answer'

export type PlaceBidProps = {
  label: string
  bidding: Bidding
  minimumMinor: bigint
  priceMinor: bigint | null
  leading: boolean
  disabled: boolean
}

/** The maximum, and in the same place the confirmation of it: nothing is sent until it is confirmed. */
export function PlaceBid({ label, bidding, minimumMinor, priceMinor, leading, disabled }: PlaceBidProps) {
  const { step } = bidding
  const stated = step.at === 'confirming' ? statedMinor(step.body) : null
  return (
    <HoldFocus of={step.at} label="Your bid">
      {step.at === 'confirming' && stated !== null ? (
        <ConfirmBid
          key={stated.toString()}
          label={label}
          bidding={bidding}
          amountMinor={stated}
          again={step.again}
          verb={
            <>
              {leading ? 'Raise your maximum to ' : 'Bid up to '}
              <b>{formatMoney(stated)}</b>
            </>
          }
          note={`Binding.${leading && priceMinor !== null ? ` The price stays at ${formatMoney(priceMinor)} until someone bids more.` : ''}`}
          button={`Confirm ${formatMoney(stated)}`}
        />
      ) : (
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
      )}
      <TellAnswer bidding={bidding} />
    </HoldFocus>
  )
}
