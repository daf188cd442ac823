import { type AuctionFormat, auctionFormats } from '@/db/schema/rounds'

/** What a new round may choose, the usual one first. */
export const offeredFormats = auctionFormats.toReversed()

/** What a format is called on screens (R7.3). */
export const formatWords: Record<AuctionFormat, string> = {
  'sealed-first-price': 'Sealed bids, the highest pays its bid',
  'sealed-second-price': 'Sealed bids, the highest pays the second price',
  'sealed-quality-weighted': 'Sealed bids weighted by quality',
  'ascending-clock': 'Ascending clock auction',
  'open-ascending': 'Open ascending auction',
}

/** The same within a sentence or a title. */
export const formatNames: Record<AuctionFormat, string> = {
  'sealed-first-price': 'sealed, first price',
  'sealed-second-price': 'sealed, second price',
  'sealed-quality-weighted': 'sealed, weighted by quality',
  'ascending-clock': 'ascending clock',
  'open-ascending': 'open ascending',
}

/** Whether everyone sees a price while bidding lasts: the leader's, or that of a clock's round. */
export function showsPrice(format: AuctionFormat): boolean {
  return format === 'open-ascending' || format === 'ascending-clock'
}

/** Whether everyone sees each bid as it comes; of the other formats even its moment is private until the end. */
export function showsBids(format: AuctionFormat): boolean {
  return format === 'open-ascending'
}

/** What a format does, in one sentence for who chooses one (R7.3). */
export const formatSentences: Record<AuctionFormat, string> = {
  'open-ascending':
    'Everyone sees the price rise; each bidder names a maximum and the portal bids for it, step by step.',
  'ascending-clock':
    'The price rises in timed rounds; each bidder stays in or leaves, and the last one pays where the other left.',
  'sealed-first-price': 'One sealed bid each; the highest wins and pays what it bid.',
  'sealed-second-price': 'One sealed bid each; the highest wins and pays the second-highest bid.',
  'sealed-quality-weighted':
    'One sealed bid each, which counts for more the better the plan; the winner pays the least with which it still wins.',
}
