'use client'

import { useId } from 'react'
import { LabelName } from '@/components/labels/label-name'
import { HoldFocus } from '@/components/ui/hold-focus'
import { Icon } from '@/components/ui/icon'
import type { MyPlace } from '@/domain/lots/snapshot'
import { formatMoney } from '@/lib/money'
import { spellAmount } from '@/lib/spell-amount'
import { type ClockChoice, choiceOf } from './choose-clock-bid'
import { ConfirmBid } from './confirm-bid'
import { EnterAmount, isBusy } from './enter-amount'
import type { Bidding } from './run-bidding'
import { statedMinor } from './send-bid'
import { TellAnswer } from './tell-answer'

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
  const { bidding } = props
  return (
    <HoldFocus of={bidding.step.at} label="Your bid">
      {bidding.step.at === 'confirming' ? <Confirm {...props} /> : <Choose {...props} />}
      <TellAnswer bidding={bidding} />
    </HoldFocus>
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

function Confirm({ label, bidding, prices }: Props) {
  const { step } = bidding
  const minor = step.at === 'confirming' ? statedMinor(step.body) : null
  if (step.at !== 'confirming' || minor === null) return null
  const amount = formatMoney(minor)
  const words = CONFIRM[choiceOf(minor, prices.endMinor)]
  return (
    <ConfirmBid
      key={minor.toString()}
      label={label}
      bidding={bidding}
      amountMinor={minor}
      again={step.again}
      verb={
        <>
          {words.verb} <b>{amount}</b>, {spellAmount(minor)},
        </>
      }
      note={words.note(prices)}
      button={words.button(amount)}
      danger={choiceOf(minor, prices.endMinor) === 'leave'}
    />
  )
}

const CONFIRM: Record<
  ClockChoice,
  { verb: string; note: (prices: Prices) => string; button: (amount: string) => string }
> = {
  stay: {
    verb: 'Stay in at',
    note: ({ round }) => `Binding when round ${round} ends.`,
    button: (amount) => `Confirm ${amount}`,
  },
  proxy: {
    verb: 'Bid',
    note: ({ round }) =>
      `Binding up to the end price of round ${round}. Beyond it, it keeps you in later rounds until you replace it.`,
    button: (amount) => `Confirm ${amount}`,
  },
  leave: {
    verb: 'Leave the auction at',
    note: ({ round }) =>
      `This cannot be taken back: when round ${round} ends you are out of this auction for good. You still win if no one goes higher.`,
    button: (amount) => `Leave at ${amount}`,
  },
}
