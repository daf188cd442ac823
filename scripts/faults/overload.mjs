import { randomUUID } from 'node:crypto'
import { Agent } from 'node:http'
import { bidSurely, newBook, postBid, toldOf } from './bidders.mjs'

const BIDDERS = 60
/** A little less than one person may have under way at once, and more than its share of a lot's queue. */
const EACH = 60

/**
 * Holds a lot's lock while 3,600 bids arrive for it: what is over a bidder's share of the queue, and what the queue does
 * not hold, is shed with Retry-After, and what it keeps is kept.
 */
export async function fault(world, { makeAuction }) {
  const auction = await makeAuction({ lots: 1, bidders: BIDDERS })
  const [lot] = auction.lots
  const web = `http://127.0.0.1:${world.ports[0]}`
  const book = newBook()
  const shed = { counted: 0, silent: 0 }
  const agent = new Agent({ keepAlive: true })
  // Known to the web before the crowd comes, as bidders in a room are.
  for (const bidder of auction.bidders)
    await bidSurely(web, { ...bidder, agent }, { lot, key: randomUUID(), stated: { maxMinor: '100' } }, book)
  const { default: postgres } = await import('postgres')
  const sql = postgres(world.database.url, { max: 1, onnotice: () => {} })
  const holding = sql.begin(async (tx) => {
    await tx`select id from lots where id = ${lot} for update`
    await tx`select pg_sleep(3)`
  })
  let step = 0
  const one = async (bidder) => {
    const bid = { lot, key: randomUUID(), stated: { maxMinor: String(++step * 500_000) } }
    const told = toldOf(bidder, bid)
    const got = await postBid(web, { ...bidder, agent }, bid).catch(() => undefined)
    if (got?.status === 201) book.acknowledged.push({ ...told, attemptId: got.answer.attemptId })
    else if (isShed(got)) shed[got.headers['retry-after'] ? 'counted' : 'silent']++
    else if (got && got.status < 500) book.refused.push({ ...told, code: got.answer.error?.code })
    else book.unanswered.push(told)
    if (isShed(got)) book.refused.push({ ...told, code: got.answer.error?.code })
  }
  await Promise.all(auction.bidders.flatMap((bidder) => Array.from({ length: EACH }, () => one(bidder))))
  await holding
  await sql.end({ timeout: 5 })
  agent.destroy()
  const problems = []
  if (shed.counted === 0) problems.push('Nothing was shed: the queue has no end.')
  if (shed.silent > 0) problems.push(`${shed.silent} of what was shed had no Retry-After.`)
  return {
    auction,
    book,
    problems,
    did: `${BIDDERS * EACH} bids at once, ${shed.counted} shed with Retry-After`,
  }
}

function isShed(got) {
  return got?.status === 503 || got?.status === 429
}
