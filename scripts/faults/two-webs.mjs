import { randomUUID } from 'node:crypto'
import { Agent } from 'node:http'
import { newBook, postBid, toldOf } from './bidders.mjs'
import { untilClosed } from './until-closed.mjs'

const DEPOSIT_MINOR = 3_000_000n
const STEP_MINOR = 500_000n
/** How long after the last bid both webs have told of it. */
const PATIENCE_MS = 5_000

/**
 * The same guarantees on two webs as on one: bidders send each bid to one web, then to the other, now and then to both at
 * the same moment under one key, until two workers race to close. Whichever web decided, there is one answer; watchers of
 * either hear of every change.
 */
export async function fault(world, { makeAuction, short }) {
  const closesInMs = short ? 4_000 : 15_000
  const still = { windowSeconds: 0, extendSeconds: 0, hardEnd: null }
  const auction = await makeAuction({
    lots: 6,
    bidders: 24,
    depositMinor: DEPOSIT_MINOR,
    closesInMs,
    softClose: still,
  })
  const until = performance.now() + closesInMs + 300
  const book = newBook()
  const counts = { webs: [0, 0], both: 0, different: 0 }
  const heard = await Promise.all(world.ports.map((port) => listen(port, auction.lots)))
  const bidding = auction.bidders.map((bidder, index) =>
    keepBidding(world, bidder, index, { until, book, counts }),
  )
  await Promise.all(bidding)
  await untilClosed(world, auction)
  const problems = []
  if (!(await sameVersions(heard, auction.lots)))
    problems.push('Watchers of the two webs were not told the same.')
  for (const { end } of heard) end()
  if (counts.webs.some((count) => count === 0) || counts.both === 0)
    problems.push(`Not both webs decided: ${counts.webs.join(' and ')}, ${counts.both} at both.`)
  if (counts.different > 0) problems.push(`${counts.different} keys got two answers.`)
  const did = `${counts.webs.join(' and ')} bids by web, ${counts.both} at both at once`
  return { auction, book, problems, closed: true, did }
}

async function keepBidding({ origin, ports }, bidder, index, { until, book, counts }) {
  const webs = ports.map((port) => `http://127.0.0.1:${port}`)
  const known = { ...bidder, agent: new Agent({ keepAlive: true }) }
  for (let turn = index; performance.now() < until; turn++) {
    const lot = bidder.lots[turn % bidder.lots.length]
    const bid = { lot, key: randomUUID(), stated: { maxMinor: String(BigInt(turn + 1) * STEP_MINOR) } }
    const to = turn % 5 === 0 ? [0, 1] : [turn % 2]
    const answers = await Promise.all(
      to.map((web) => postBid(origin, known, bid, webs[web]).catch(() => undefined)),
    )
    if (answers.some((answer) => !answer)) book.unanswered.push(toldOf(bidder, bid))
    else note(bidder, bid, to, answers, { book, counts })
  }
  known.agent.destroy()
}

function note(bidder, bid, to, answers, { book, counts }) {
  const told = toldOf(bidder, bid)
  const [first] = answers
  if (to.length > 1) counts.both++
  else if (first.status === 201) counts.webs[to[0]]++
  const one = (answer) => `${answer.status} ${answer.answer.receipt}`
  if (answers.some((answer) => one(answer) !== one(first))) counts.different++
  if (first.status === 201) book.acknowledged.push({ ...told, attemptId: first.answer.attemptId })
  else if (first.status < 500 && first.status !== 429)
    book.refused.push({ ...told, code: first.answer.error?.code ?? String(first.status) })
  else book.retries++
}

/** Follows the lots at one web: the last version it told of each. */
async function listen(port, lots) {
  const versions = new Map()
  const ended = new AbortController()
  const topics = lots.map((lot) => `lot:${lot}`).join(',')
  const answer = await fetch(`http://127.0.0.1:${port}/api/stream?topics=${encodeURIComponent(topics)}`, {
    signal: ended.signal,
  })
  const read = async () => {
    let rest = ''
    for await (const chunk of answer.body.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        const [, topic, version] = /^id: lot:(.+)=(\d+)$/.exec(line) ?? []
        if (topic) versions.set(topic, version)
      }
    }
  }
  read().catch(() => {})
  return { versions, end: () => ended.abort() }
}

async function sameVersions([one, other], lots) {
  const same = () =>
    lots.every((lot) => one.versions.has(lot) && one.versions.get(lot) === other.versions.get(lot))
  const until = performance.now() + PATIENCE_MS
  while (!same() && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 50))
  return same()
}
