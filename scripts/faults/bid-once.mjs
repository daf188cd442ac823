import { randomUUID } from 'node:crypto'
import { Agent } from 'node:http'
import { bidSurely } from './bidders.mjs'

/** Ways to bid that close each in its own way. */
export const FORMATS = ['open-ascending', 'sealed-second-price', 'ascending-clock']
/** A clock that stops after its first round, once everyone bid once. */
export const CLOCK = { clock: { roundMinutes: 9, recessMinutes: 0, stepsPerRound: 1 } }
export const NONE = { windowSeconds: 0, extendSeconds: 0, hardEnd: null }

const statedIn = {
  'open-ascending': (minor) => ({ maxMinor: minor }),
  'sealed-second-price': (minor) => ({ amountMinor: minor }),
  'ascending-clock': (minor) => ({ amountMinor: minor, round: 1 }),
}
/** Above two increments each; in a clock the first two leave in the first round. */
const AMOUNTS = { open: ['200000', '400000', '900000'], private: ['110000', '130000', '900000'] }

/** Three bidders bid once on each of their lots; of an open auction in order, so that each bid is above the one before. */
export async function bidOnce(world, auction, book) {
  const agent = new Agent()
  const amounts = AMOUNTS[auction.format === 'open-ascending' ? 'open' : 'private']
  for (const [index, bidder] of auction.bidders.entries())
    await Promise.all(
      bidder.lots.map((lot) => {
        const bid = { lot, key: randomUUID(), stated: statedIn[auction.format](amounts[index]) }
        return bidSurely(world.origin, { ...bidder, agent }, bid, book)
      }),
    )
}
