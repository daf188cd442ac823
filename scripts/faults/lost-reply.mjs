import { setTimeout as pause } from 'node:timers/promises'
import { keepBidding, newBook } from './bidders.mjs'

const everyNth = (nth) => {
  let count = 0
  return () => ++count % nth === 0
}

/**
 * Loses answers after the commit: every twentieth receipt on its way to the bidder, and every thirtieth word of a commit
 * on its way from the database to the second web; each time the connection goes with it.
 */
export async function fault(world, { makeAuction, short }) {
  const auction = await makeAuction({ lots: 4, bidders: 40 })
  const dropped = { receipts: 0, commits: 0 }
  const [loseReceipt, loseCommit] = [everyNth(20), everyNth(30)]
  world.between.answers = (chunk) => {
    if (!chunk.includes('HTTP/1.1 201') || !loseReceipt()) return undefined
    dropped.receipts++
    return 'drop'
  }
  world.between.commits = (chunk) => {
    if (!chunk.includes('COMMIT\0') || !loseCommit()) return undefined
    dropped.commits++
    return 'drop'
  }
  const book = newBook()
  let over = false
  const bidding = keepBidding(world.origin, auction, () => over, book)
  await pause(short ? 2_500 : 15_000)
  over = true
  await bidding
  world.between.answers = undefined
  world.between.commits = undefined
  return { auction, book, did: `${dropped.receipts} receipts and ${dropped.commits} commits unheard` }
}
