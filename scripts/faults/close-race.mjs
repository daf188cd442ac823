import { keepBidding, newBook } from './bidders.mjs'
import { untilClosed } from './until-closed.mjs'

/** Closes eight lots by two workers while everyone bids to the last instant and beyond; in the long form bids move the close. */
export async function fault(world, { makeAuction, short }) {
  const softClose = short ? 0 : 1
  const closesIn = short ? 3_000 : 8_000
  const auction = await makeAuction({
    lots: 8,
    bidders: 40,
    closesInMs: closesIn,
    softClose: { windowSeconds: softClose, extendSeconds: softClose, hardEnd: null },
  })
  const until = performance.now() + closesIn + (short ? 300 : 3_000)
  const book = newBook()
  await keepBidding(world.origin, auction, () => performance.now() > until, book)
  await untilClosed(world, auction)
  const late = book.refused.filter(({ code }) => code === 'bid.closed').length
  const problems = late === 0 ? ['No bid came after the close: nothing raced.'] : []
  return { auction, book, problems, closed: true, did: `${late} bids came too late and were refused` }
}
