import { randomUUID } from 'node:crypto'
import { Agent } from 'node:http'
import { bidSurely, newBook } from './bidders.mjs'
import { startProxy } from './tcp-proxy.mjs'
import { untilClosed } from './until-closed.mjs'

/** The steps of the short form: among the first words of closing a lot, between its writes, and after its commit. */
const SHORT_STEPS = [2, 7, 12]
const MOST_STEPS = 60
const NONE = { windowSeconds: 0, extendSeconds: 0, hardEnd: null }

/**
 * Kills the worker right after each word it says to the database while it closes a lot and then its round, one step
 * later each time, until it lives to the end. The other worker finishes what the dead one began.
 */
export async function fault(world, { makeAuction, short }) {
  const auctions = []
  const book = newBook()
  const problems = []
  let step = 0
  await world.workers[0].stop(5_000)
  for (const each of short ? SHORT_STEPS : Array.from({ length: MOST_STEPS }, (_, index) => index + 1)) {
    step = each
    world.leash.freeze()
    const auction = await makeAuction({ lots: 1, bidders: 3, closesInMs: 1_500, softClose: NONE })
    auctions.push(auction)
    await bidOnce(world, auction, book)
    const died = await killAtStep(world, auction, step)
    world.leash.thaw()
    if (!(await untilClosed(world, auction))) problems.push(`Step ${step}: the other worker did not finish.`)
    if (!died && short) problems.push(`Step ${step} was never reached.`)
    if (!died) break
  }
  world.workers[0] = world.startWorker('worker-1')
  const did = short ? `killed at steps ${SHORT_STEPS.join(', ')}` : `killed at each of ${step - 1} steps`
  return { auctions, book, problems, closed: true, did }
}

async function bidOnce(world, auction, book) {
  const agent = new Agent()
  await Promise.all(
    auction.bidders.map((bidder, index) =>
      bidSurely(
        world.origin,
        { ...bidder, agent },
        { lot: auction.lots[0], key: randomUUID(), maxMinor: String((index + 1) * 500_000) },
        book,
      ),
    ),
  )
}

/** Starts a worker whose words are counted. False when it closed lot and round before it came to that step. */
async function killAtStep(world, { lots: [lot], round }, step) {
  let victim
  let said = 0
  const wire = await startProxy({
    targets: () => [world.database.port],
    toServer(chunk, connection) {
      if (chunk.includes(lot) || chunk.includes(round)) connection.closing = true
      if (!connection.inside || !connection.closing || ++said !== step) return undefined
      // The word still reaches the database; nobody hears the answer.
      setImmediate(() => victim.signal('SIGKILL'))
      return undefined
    },
    toClient(chunk, connection) {
      const state = transactionState(chunk)
      if (state) connection.inside = state === 'T'
      if (state === 'I') connection.closing = false
    },
  })
  victim = world.startWorker('victim', world.through(wire.port))
  let ended = false
  const died = victim.ended.then(() => {
    ended = true
    return true
  })
  const finished = await Promise.race([died, untilClosed(world, { lots: [lot], round }).then(() => false)])
  if (!ended) await victim.stop(5_000)
  wire.stop()
  return finished
}

/** What the database says at the end of each answer: T in a transaction, I outside of one. */
function transactionState(chunk) {
  const end = chunk.subarray(-6)
  return end.length === 6 && end[0] === 0x5a && end.readUInt32BE(1) === 5
    ? String.fromCharCode(end[5])
    : undefined
}
