import type { VoidReason } from '@/sealing/open'

/** The five custodians come from so many employers or more. */
export const EMPLOYERS_NEEDED = 3

/** Why a sealed bid did not count, in a sentence of its own (R8.3). */
export const voidWords: Record<VoidReason, string> = {
  unreadable: 'It does not open with the key of the round.',
  'not-canonical': 'It is not in the one form that sealed bids have.',
  'wrong-round': 'It names another round.',
  'wrong-lot': 'It names another name.',
  'wrong-bidder': 'It names another bidder.',
  'wrong-key': 'It was made for another attempt.',
  copied: 'It is a copy of somebody else’s bid.',
}

/** The same for what the engine found once the bid was open. */
const judgedWords: Record<string, string> = {
  'bid.below-reserve': 'It is below the reserve.',
  'bid.over-limit': 'It is over the bidding limit.',
}

/** Why a sealed bid is void, as its event says it, in a sentence. */
export function voidReason(reason: string): string {
  return { ...judgedWords, ...voidWords }[reason] ?? 'It did not count.'
}
