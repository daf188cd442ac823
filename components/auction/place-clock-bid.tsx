'use client'

import { useId } from 'react'
import { LabelName } from '@/components/labels/label-name'
import { Icon } from '@/components/ui/icon'
import type { MyPlace } from '@/domain/lots/snapshot'
import { formatMoney } from '@/lib/money'
import { spellAmount } from '@/lib/spell-amount'
import { type ClockChoice, choiceOf } from './choose-clock-bid'
import type { ConfirmWords } from './confirm-bid'
import { EnterAmount, isBusy } from './enter-amount'
import { MakeBid } from './make-bid'
import type { Bidding } from './run-bidding'

type Prices = { round: number; startMinor: bigint; endMinor: bigint }
type Props = {
  label: string
  bidding: Bidding
  choice: ClockChoice
  onChoice: (choice: ClockChoice) => void
  prices: Prices
  place: MyPlace | null
  /** What is left of the limit; null: no limit. */
  availableMinor: bigint | null
  disabled: boolean
}

/** A bid in the round that runs: stay in, leave at a price, or name a price for later rounds too (R7.3). */
export function PlaceClockBid(props: Props) {
  const { label, bidding, prices } = props
  return (
    <MakeBid label={label} bidding={bidding} wordsFor={(minor) => wordsFor(minor ?? 0n, prices)}>
      <Choose {...props} />
    </MakeBid>
  )
}

function Choose({ label, bidding, choice, onChoice, prices, place, availableMinor, disabled }: Props) {
  const group = useId()
  const { round, startMinor, endMinor } = prices
  const beyond = availableMinor !== null && availableMinor < endMinor
  const chosen = beyond ? 'leave' : choice
  const options: { value: ClockChoice; text: string; hint: string; off?: boolean }[] = [
    {
      value: 'stay',
      text: `Stay in at ${formatMoney(endMinor)}`,
      hint: 'You go on to the next round.',
      off: beyond,
    },
    {
      value: 'proxy',
      text: 'Stay in, and bid for later rounds now',
      hint: 'A higher price that stands until you replace it; it keeps you in as long as a round does not end above it.',
      off: beyond,
    },
    { value: 'leave', text: 'Leave at a lower price', hint: 'An exit bid. It cannot be taken back.' },
  ]
  return (
    <>
      <Present place={place} prices={prices} />
      <fieldset className="mb-4">
        <legend className="lab">
          Your bid in round {round} for <LabelName label={label} spelled={false} />
        </legend>
        {beyond && (
          <p className="small soft">
            Your limit leaves {formatMoney(availableMinor)}, below the end price. You may bid up to it; that
            is an exit bid.
          </p>
        )}
        {options.map(({ value, text, hint, off }) => (
          <label className="opt" key={value}>
            <input
              type="radio"
              name={group}
              value={value}
              checked={chosen === value}
              disabled={disabled || off || isBusy(bidding)}
              onChange={() => onChoice(value)}
            />
            <span>
              {text}
              <small>{hint}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {chosen === 'stay' ? (
        <button
          type="button"
          className="btn primary l wide"
          disabled={disabled}
          aria-disabled={isBusy(bidding) || undefined}
          onClick={() => !isBusy(bidding) && bidding.propose({ round, amountMinor: endMinor.toString() })}
        >
          {isBusy(bidding) ? 'Sending' : `Review: stay in at ${formatMoney(endMinor)}`}
        </button>
      ) : (
        <EnterAmount
          bidding={bidding}
          label={
            chosen === 'leave' ? 'The price at which you leave' : 'The most you would pay in later rounds'
          }
          button="Review this bid"
          disabled={disabled}
        >
          {bidding.readMinor !== undefined && <>In words: {spellAmount(bidding.readMinor)}. </>}
          {chosen === 'leave'
            ? `From ${formatMoney(startMinor)} to below ${formatMoney(endMinor)}.`
            : `Above ${formatMoney(endMinor)}.`}
        </EnterAmount>
      )}
    </>
  )
}

/** What happens if nothing is done now: the question every bidder has when a round opens. */
function Present({ place, prices: { startMinor, endMinor } }: Pick<Props, 'place' | 'prices'>) {
  const bidMinor = place?.bidThisRound ? BigInt(place.bidThisRound) : null
  const standingMinor = place?.standingMinor ? BigInt(place.standingMinor) : null
  const counts = bidMinor ?? standingMinor
  const name = bidMinor === null ? 'earlier bid' : 'bid'
  const stays = counts !== null && counts >= endMinor
  const leavesAt = counts !== null && counts > startMinor ? counts : startMinor
  return (
    <p className="small mb-4 max-w-none status" data-tone={stays ? 'good' : 'warn'}>
      <Icon name={stays ? 'circle-check' : 'triangle-alert'} />
      <span>
        {stays
          ? `Your ${name} of ${formatMoney(counts)} keeps you in this round. The last bid you make in it counts.`
          : bidMinor === null
            ? `Without a bid you leave at ${formatMoney(leavesAt)} when this round ends.`
            : `With your bid of ${formatMoney(bidMinor)} you leave when this round ends. Until then another bid replaces it.`}
      </span>
    </p>
  )
}

function wordsFor(minor: bigint, prices: Prices): ConfirmWords {
  const chosen = choiceOf(minor, prices.endMinor)
  const { verb, note } = CONFIRM[chosen]
  const amount = formatMoney(minor)
  return {
    verb: (
      <>
        {verb} <b>{amount}</b>, {spellAmount(minor)},
      </>
    ),
    note: note(prices),
    button: chosen === 'leave' ? `Leave at ${amount}` : `Confirm ${amount}`,
    danger: chosen === 'leave',
  }
}

const CONFIRM: Record<ClockChoice, { verb: string; note: (prices: Prices) => string }> = {
  stay: {
    verb: 'Stay in at',
    note: ({ round }) => `Binding when round ${round} ends.`,
  },
  proxy: {
    verb: 'Bid',
    note: ({ round }) =>
      `Binding up to the end price of round ${round}. Beyond it, it keeps you in later rounds until you replace it.`,
  },
  leave: {
    verb: 'Leave the auction at',
    note: ({ round }) =>
      `This cannot be taken back: when round ${round} ends you are out of this auction for good. You still win if no one goes higher.`,
  },
}
