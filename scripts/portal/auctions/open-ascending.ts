import { parseAmountMinor } from '@/engine/amounts'
import type { OpenAscendingTerms } from '@/engine/formats/open-ascending-terms'
import { holdAuction, type Step } from './decide'
import { commonTerms, limitFor, type OpenAscendingInput } from './input'

export function decideOpenAscending(input: OpenAscendingInput) {
  const { hardEnd, ...softClose } = input.softClose
  const terms: OpenAscendingTerms = {
    format: input.format,
    ...commonTerms(input),
    opensAt: input.open,
    closesAt: input.close,
    hardEndsAt: hardEnd,
    increments: input.increments,
    softClose,
  }
  const bids = input.bids.map(({ at, bidder, maxMinor: text }, index): Step<OpenAscendingTerms> => {
    const maxMinor = parseAmountMinor(text)
    const availableMinor = limitFor(input, bidder)
    if (maxMinor === undefined) return { index, ask: () => 'bid.malformed-amount' }
    return { index, ask: () => ({ type: 'place-bid', at, bidder, maxMinor, availableMinor }) }
  })
  const ending: Step<OpenAscendingTerms> = {
    place: 'close',
    ask: ({ closesAt }) => ({ type: 'close', at: closesAt }),
  }
  return holdAuction(terms, input.open, [...bids, ending])
}
