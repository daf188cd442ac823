import { parseAmountMinor } from '@/engine/amounts'
import type { Terms } from '@/engine/auction'
import { limitOf } from '@/engine/limits'
import { type Attempt, holdAuction } from './decide'
import type { OpenAscendingInput } from './input'

export function decideOpenAscending(input: OpenAscendingInput) {
  const attempts = input.bids.map((bid) => attempt(input, bid))
  return holdAuction(termsOf(input), input.open, attempts, ({ closesAt }) => ({
    type: 'close',
    at: closesAt,
  }))
}

function attempt(
  { bidders }: OpenAscendingInput,
  { at, bidder, maxMinor }: OpenAscendingInput['bids'][number],
): Attempt {
  const amount = parseAmountMinor(maxMinor)
  if (amount === undefined) return () => 'bid.malformed-amount'
  const deposit = bidders.find(({ id }) => id === bidder)?.depositMinor ?? 0n
  return () => ({ type: 'place-bid', at, bidder, maxMinor: amount, availableMinor: limitOf(deposit) })
}

function termsOf({
  format,
  lot,
  bidders,
  runnerUp,
  increments,
  softClose,
  open,
  close,
}: OpenAscendingInput): Terms {
  const { hardEnd, ...rule } = softClose
  return {
    format,
    rulesVersion: 1,
    lot: lot.id,
    reserveMinor: lot.reserveMinor,
    runnerUp,
    bidders,
    opensAt: open,
    closesAt: close,
    hardEndsAt: hardEnd,
    increments,
    softClose: rule,
  }
}
