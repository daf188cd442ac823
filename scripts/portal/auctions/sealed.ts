import { parseAmountMinor } from '@/engine/amounts'
import type { SealedTerms } from '@/engine/formats/sealed-bids'
import { holdAuction, type Step } from './decide'
import { commonTerms, limitFor, type SealedInput } from './input'

export function decideSealed(input: SealedInput) {
  const quality = input.format === 'sealed-quality-weighted' ? input.quality : null
  const terms: SealedTerms = { format: input.format, ...commonTerms(input), tieRule: 'draw', quality }
  const bids = input.bids.map((bid, index): Step<SealedTerms> => {
    const { bidder } = bid
    if ('withdraw' in bid) return { index, ask: () => ({ type: 'withdraw-bid', at: null, bidder }) }
    const amountMinor = parseAmountMinor(bid.amountMinor)
    const availableMinor = limitFor(input, bidder)
    if (amountMinor === undefined) return { index, ask: () => 'bid.malformed-amount' }
    return { index, ask: () => ({ type: 'submit-bid', at: null, bidder, amountMinor, availableMinor }) }
  })
  const seedHex = input.tie?.seedHex ?? null
  const ending: Step<SealedTerms> = {
    place: 'tie.seedHex',
    ask: () => ({ type: 'close', at: null, seedHex }),
  }
  return holdAuction(terms, null, [...bids, ending])
}
