import { randomUUID } from 'node:crypto'
import { Agent } from 'node:http'
import { bidSurely, newBook } from './bidders.mjs'

const TIMES = 50

/** Sends each bid fifty times at once under one key, over both webs, and beside it another amount under the same key. */
export async function fault(world, { makeAuction, short }) {
  const auction = await makeAuction({ lots: 1, bidders: 10 })
  const keys = short ? 10 : 60
  const book = newBook()
  const problems = []
  const agent = new Agent({ keepAlive: true })
  for (let turn = 0; turn < keys; turn++) {
    const bidder = { ...auction.bidders[turn % auction.bidders.length], agent }
    const bid = {
      lot: auction.lots[0],
      key: randomUUID(),
      stated: { maxMinor: String((turn + 1) * 1_000_000) },
    }
    const mine = newBook()
    await Promise.all(Array.from({ length: TIMES }, () => bidSurely(world.origin, bidder, bid, mine)))
    const other = { ...bid, stated: { maxMinor: String((turn + 1) * 1_000_000 + 1) } }
    await bidSurely(world.origin, bidder, other, mine)
    const [refused] = mine.refused
    if (mine.acknowledged.length !== TIMES || refused?.code !== 'request.repeated-differently')
      problems.push(
        `Key ${turn + 1}: ${mine.acknowledged.length} of ${TIMES} acknowledged, the other ${refused?.code}.`,
      )
    for (const name of ['acknowledged', 'unanswered']) book[name].push(...mine[name])
  }
  agent.destroy()
  return { auction, book, problems, did: `${keys} keys × ${TIMES}`, attempts: keys }
}
