import { setTimeout as pause } from 'node:timers/promises'
import { keepBidding, newBook } from './bidders.mjs'

/** Kills every process of Postgres at once while people bid, and starts it again. */
export async function fault(world, { makeAuction, short }) {
  const auction = await makeAuction({ lots: 4, bidders: 40 })
  const kills = short ? 1 : 5
  const book = newBook()
  let over = false
  let down = 0
  const bidding = keepBidding(world.origin, auction, () => over, book)
  for (let kill = 0; kill < kills; kill++) {
    await pause(800 + 211 * kill)
    const killed = performance.now()
    await world.database.crash()
    down = Math.max(down, performance.now() - killed)
    const before = book.acknowledged.length
    const until = performance.now() + 20_000
    while (book.acknowledged.length < before + 40 && performance.now() < until) await pause(50)
  }
  over = true
  await bidding
  return { auction, book, did: `${kills} kills, down for at most ${(down / 1000).toFixed(1)} s` }
}
