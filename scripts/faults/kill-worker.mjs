import { bidOnce, CLOCK, FORMATS, NONE } from './bid-once.mjs'
import { newBook } from './bidders.mjs'
import { startVictim } from './start-victim.mjs'
import { untilClosed } from './until-closed.mjs'

/** The steps of the short form: among the first words of closing a lot, between its writes, and after its commit. */
const SHORT_STEPS = [2, 7, 12]
const MOST_STEPS = 90
const CLOSES_IN_MS = 1_200

export const restsFirstWorker = true

/**
 * Kills the worker right after each word it says to the database while it closes a lot and then its round, one step
 * later each time, until it lives to the end; the short form takes three steps, each in another way to bid. The other
 * worker finishes what the dead one began.
 */
export async function fault(world, { makeAuction, short }) {
  const auctions = []
  const book = newBook()
  const problems = []
  const over = new Set()
  let killed = 0
  // The next one to die comes up while the other worker finishes what the one before began.
  let next = startVictim(world)
  for (const [format, step] of plan(short)) {
    if (over.has(format)) continue
    const victim = await next
    world.leash.freeze()
    const closes = { closesInMs: CLOSES_IN_MS, roundLeftMs: CLOSES_IN_MS }
    const wanted = { format, lots: 1, bidders: 3, softClose: NONE, settings: CLOCK, ...closes }
    const auction = await makeAuction(wanted)
    auctions.push(auction)
    victim.aim(step, [auction.round, ...auction.lots])
    await bidOnce(world, auction, book)
    const died = await Promise.race([victim.died, untilClosed(world, auction).then(() => false)])
    if (!died) await victim.stop()
    next = startVictim(world)
    world.leash.thaw()
    if (!(await untilClosed(world, auction))) problems.push(`${format}, step ${step}: nobody finished.`)
    if (died) killed++
    else if (short) problems.push(`${format}: step ${step} was never reached.`)
    else over.add(format)
  }
  await (await next).stop()
  if (!short && over.size < FORMATS.length) problems.push('There are more steps than were tried.')
  const did = short
    ? `killed at steps ${SHORT_STEPS.join(', ')}`
    : `killed at each of ${killed} steps in ${FORMATS.length} formats`
  return { auctions, book, problems, closed: true, did }
}

/** Which step of which format comes after which; the short form takes one step of each. */
function plan(short) {
  if (short) return FORMATS.map((format, index) => [format, SHORT_STEPS[index]])
  return FORMATS.flatMap((format) => Array.from({ length: MOST_STEPS }, (_, at) => [format, at + 1]))
}
