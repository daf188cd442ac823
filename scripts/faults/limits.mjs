import { keepBidding, newBook } from './bidders.mjs'

/** What a deposit of this covers: a few lots each, so that limits are met again and again on lots bid for at once. */
const DEPOSIT_MINOR = 400_000n

/** Everyone bids on every lot over both webs until the limits allow no more: nobody ever leads beyond its own (R7.2). */
export async function fault(world, { makeAuction, short }) {
  const auction = await makeAuction({ lots: 12, bidders: 24, depositMinor: DEPOSIT_MINOR })
  const until = performance.now() + (short ? 2_500 : 15_000)
  const book = newBook()
  await keepBidding(world.origin, auction, () => performance.now() > until, book)
  const over = book.refused.filter(({ code }) => code === 'bid.over-limit').length
  const problems = over === 0 ? ['No limit was ever met.'] : []
  return { auction, book, problems, did: `${over} bids met a limit` }
}
