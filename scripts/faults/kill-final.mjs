import { bidOnce, CLOCK, FORMATS, NONE } from './bid-once.mjs'
import { newBook } from './bidders.mjs'
import { countWords } from './count-words.mjs'
import { followLetters } from './follow-letters.mjs'
import { startVictim } from './start-victim.mjs'
import { untilClosed } from './until-closed.mjs'

/** The steps of the short form: of making final among its writes, of a letter before it is marked as sent. */
const SHORT_STEPS = { final: 12, letters: 3 }
const MOST_STEPS = 80
const CLOSES_IN_MS = 1_200

export const restsFirstWorker = true

/**
 * Kills whoever makes a closed round final right after each word it says to the database, and the worker after each word
 * about the letters that follow, one step later each time, until both live to the end. Said yes to again, the round has
 * one result for each lot, and every bidder one letter about each.
 */
export async function fault(world, { makeAuction, short }) {
  const officers = await import('./finalise-auction.ts')
  const auctions = []
  const book = newBook()
  const problems = []
  const killed = { final: 0, letters: 0 }
  for (let step = 1; step <= MOST_STEPS; step++) {
    const steps = short ? SHORT_STEPS : { final: step, letters: step }
    const auction = await closedAuction(world, makeAuction, FORMATS[step % FORMATS.length], book)
    auctions.push(auction)
    const asked = await officers.askToFinalise(auction.round)
    world.leash.freeze()
    const letters = await followLetters(world, auction)
    const victim = await startVictim(world)
    victim.aim(steps.letters, ['mail_'])
    const died = { final: await killWhoSaysYes(world, asked, steps.final) }
    const answer = await officers.sayYes(asked.approvalId, asked.approverId)
    if (answer !== 'done' && answer !== 'approval.decided') problems.push(`Step ${step}: ${answer}.`)
    died.letters = await Promise.race([victim.died, letters.allSent().then(() => false)])
    if (!died.letters) await victim.stop()
    world.leash.thaw()
    await letters.allSent()
    problems.push(...(await letters.problems()).map((problem) => `Step ${step}: ${problem}`))
    for (const name of ['final', 'letters']) if (died[name]) killed[name]++
    if (short || (!died.final && !died.letters)) break
  }
  if (!short && auctions.length === MOST_STEPS) problems.push('There are more steps than were tried.')
  if (killed.final === 0 || killed.letters === 0) problems.push('A step was never reached.')
  const did = `killed at ${killed.final} steps of making final, ${killed.letters} of sending its letters`
  return { auctions, book, problems, closed: true, did }
}

async function closedAuction(world, makeAuction, format, book) {
  const closes = { closesInMs: CLOSES_IN_MS, roundLeftMs: CLOSES_IN_MS }
  const auction = await makeAuction({
    format,
    lots: 2,
    bidders: 3,
    settings: CLOCK,
    softClose: NONE,
    ...closes,
  })
  await bidOnce(world, auction, book)
  if (!(await untilClosed(world, auction)))
    throw new Error(`The ${format} auction was not closed within a minute.\n${world.lastWords()}`)
  return auction
}

/** False when it lived to the end. */
async function killWhoSaysYes(world, { approvalId, approverId }, step) {
  let officer
  const wire = await countWords(world, {
    names: () => [approvalId],
    step: () => step,
    atStep: () => officer.signal('SIGKILL'),
  })
  officer = world.start('officer', 'scripts/faults/say-yes.mjs', {
    DATABASE_URL: world.through(wire.port),
    FAULT_APPROVAL: approvalId,
    FAULT_APPROVER: approverId,
  })
  const how = await officer.ended
  wire.stop()
  return how === 'signal SIGKILL'
}
