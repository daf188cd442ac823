import { setTimeout as pause } from 'node:timers/promises'
import { keepBidding, newBook } from './bidders.mjs'

/** Kills one web after the other with SIGKILL while people bid, and starts each again. */
export async function fault(world, { makeAuction, short }) {
  const auction = await makeAuction({ lots: 4, bidders: 40 })
  const kills = short ? 1 : 10
  const book = newBook()
  let over = false
  const bidding = keepBidding(world.origin, auction, () => over, book)
  for (let kill = 0; kill < kills; kill++) {
    const index = kill % 2
    await pause(600 + 137 * kill)
    world.webs[index].signal('SIGKILL')
    await pause(300)
    world.webs[index] = world.startWeb(index)
    await world.healthy(index)
  }
  over = true
  await bidding
  return { auction, book, did: `${kills} kills` }
}
