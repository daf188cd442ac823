import type { AuctionFormat } from '@/db/schema/rounds'

/** What a format is called on screens (R7.3). */
export const formatWords: Record<AuctionFormat, string> = {
  'sealed-first-price': 'Sealed bids, the highest pays its bid',
  'sealed-second-price': 'Sealed bids, the highest pays the second price',
  'sealed-quality-weighted': 'Sealed bids weighted by quality',
  'ascending-clock': 'Ascending clock auction',
  'open-ascending': 'Open ascending auction',
}

/** Whether everyone sees the price while bidding lasts; of the other formats even the moment of a bid is private. */
export function showsPrice(format: AuctionFormat): boolean {
  return format === 'open-ascending'
}

/** The same where there is little room: after the number of a round. */
export const shortFormatWords: Record<AuctionFormat, string> = {
  'sealed-first-price': 'sealed bids, first price',
  'sealed-second-price': 'sealed bids, second price',
  'sealed-quality-weighted': 'sealed bids, weighted by quality',
  'ascending-clock': 'ascending clock',
  'open-ascending': 'open ascending',
}
