import { randomUUID } from 'node:crypto'
import { Agent } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { bidSurely, newBook } from './bidders.mjs'

/** How much further each bidder goes than the one before it, in cents. */
const APART_MINOR = 20_000n
const RESERVE_MINOR = 100_000n
/** Nothing more is to be had on a lot: the bidder left, or the price went beyond what it states. */
const OUT = new Set(['bid.exited', 'bid.below-start'])

/**
 * Lets every bidder of a clock state the most it would pay, round after round on each lot, until told to stop. It learns of
 * rounds as they refuse it: one that is over sends it to the next, one that is not open lets it ask again.
 */
export async function keepInClock(origin, auction, isOver, book) {
  const one = async (bidder, index) => {
    const known = { ...bidder, agent: new Agent({ keepAlive: true }) }
    const amountMinor = String(RESERVE_MINOR + BigInt(index + 1) * APART_MINOR)
    const rounds = new Map(bidder.lots.map((lot) => [lot, 1]))
    while (rounds.size > 0 && !isOver())
      for (const [lot, round] of rounds) {
        const code = await bidIn(origin, known, { lot, round, amountMinor }, book)
        if (code === 'bid.closed') rounds.set(lot, round + 1)
        if (OUT.has(code)) rounds.delete(lot)
        await pause(code ? 30 : 60)
      }
    known.agent.destroy()
  }
  await Promise.all(auction.bidders.map(one))
}

/** @returns why it was refused; undefined when it was not */
export async function bidIn(origin, bidder, { lot, ...stated }, book) {
  const mine = newBook()
  await bidSurely(origin, bidder, { lot, key: randomUUID(), stated }, mine)
  for (const name of ['acknowledged', 'refused', 'unanswered']) book[name].push(...mine[name])
  book.retries += mine.retries
  return mine.refused[0]?.code
}
