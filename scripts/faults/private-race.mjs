import { setTimeout as pause } from 'node:timers/promises'
import { keepBidding, newBook } from './bidders.mjs'
import { keepInClock } from './clock-bidders.mjs'
import { untilClosed } from './until-closed.mjs'

/** A limit of ten times as much: it covers each lot of the clock, and for most bidders not both together (R7.2). */
const CLOCK_DEPOSIT_MINOR = 45_000n
/** A clock that goes on every second. */
const FAST = { clock: { roundMinutes: 1 / 60, recessMinutes: 0, stepsPerRound: 2 } }

/**
 * Closes sealed lots and steps clocks by two workers while everyone bids to the last instant and beyond, and kills a web
 * with SIGKILL meanwhile: what is in no box and in no round when it is over was never told to be.
 */
export async function fault(world, { makeAuction, short }) {
  const kills = short ? 1 : 4
  const closesIn = short ? 6_000 : 20_000
  const sealed = await makeAuction({
    format: 'sealed-second-price',
    lots: 4,
    bidders: 24,
    closesInMs: closesIn,
  })
  const clock = await makeAuction({
    format: 'ascending-clock',
    lots: 2,
    bidders: short ? 12 : 60,
    depositMinor: CLOCK_DEPOSIT_MINOR,
    settings: FAST,
    roundLeftMs: 900,
  })
  const until = performance.now() + closesIn + 300
  const isOver = () => performance.now() > until
  const [book, ofClock] = [newBook(), newBook()]
  const bidding = Promise.all([
    keepBidding(world.origin, sealed, isOver, book),
    keepInClock(world.origin, clock, isOver, ofClock),
  ])
  for (let kill = 0; kill < kills; kill++) {
    const index = kill % 2
    await pause(closesIn / (kills + 2))
    world.webs[index].signal('SIGKILL')
    world.webs[index] = world.startWeb(index)
    if (!short) await world.healthy(index)
  }
  await bidding
  const problems = []
  for (const [name, auction, { refused }] of [
    ['sealed', sealed, book],
    ['clock', clock, ofClock],
  ]) {
    if (!(await untilClosed(world, auction))) problems.push(`The ${name} lots were not closed.`)
    if (!refused.some(({ code }) => code === 'bid.closed')) problems.push(`No ${name} bid came too late.`)
  }
  await Promise.all([0, 1].map(world.healthy))
  const counts = `${book.acknowledged.length} sealed bids, ${ofClock.acknowledged.length} in rounds`
  for (const name of ['acknowledged', 'refused', 'unanswered']) book[name].push(...ofClock[name])
  book.retries += ofClock.retries
  const did = `${kills} kills, ${counts}`
  return { auctions: [sealed, clock], book, problems, closed: true, did }
}
