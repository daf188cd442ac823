import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'

/** Above two increments at any price of the standard table, so that each bid in order is accepted. */
const STEP_MINOR = 500_000n
const PATIENCE_MS = 30_000

/**
 * What bidders were told: a bid is acknowledged, refused, or, when patience ran out, neither.
 * @typedef {{lot: string, bidder: string, key: string, minor: string, attemptId?: string, code?: string}} Told
 * @returns {{acknowledged: Told[], refused: Told[], unanswered: Told[], retries: number, lastAt: number, longestMs: number}}
 */
export const newBook = () => ({
  acknowledged: [],
  refused: [],
  unanswered: [],
  retries: 0,
  lastAt: Number.NaN,
  longestMs: 0,
})

/** What the book keeps of a bid. */
export const toldOf = (bidder, { lot, key, stated }) => ({
  lot,
  bidder: bidder.id,
  key,
  minor: stated.maxMinor ?? stated.amountMinor,
})

/**
 * One try over HTTP; `stated` is what the format of the lot takes, `via` the address of one web behind the proxy. Rejects
 * when no answer came.
 */
export function postBid(origin, { token, agent }, { lot, key, stated }, via = origin) {
  const body = JSON.stringify(stated)
  const headers = {
    origin,
    cookie: `session=${token}`,
    'content-type': 'application/json',
    'content-length': body.length,
    'idempotency-key': key,
  }
  return new Promise((resolve, reject) => {
    const sent = request(`${via}/api/v1/lots/${lot}/bids`, { method: 'POST', headers, agent })
    sent.setTimeout(PATIENCE_MS, () => sent.destroy(new Error('no answer')))
    sent.once('error', reject)
    sent.once('response', (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (chunk) => {
        text += chunk
      })
      response.once('error', reject)
      response.once('end', () => {
        const answer = text.startsWith('{') ? JSON.parse(text) : {}
        resolve({ status: response.statusCode, headers: response.headers, answer })
      })
    })
    sent.end(body)
  })
}

/** Sends one bid until it has a definite answer: the same key again after a lost answer, a 5xx or a 429. */
export async function bidSurely(origin, bidder, bid, book) {
  const told = toldOf(bidder, bid)
  const sent = bidder.sealTo ? { ...bid, stated: await sealed(bidder, bid) } : bid
  const until = performance.now() + PATIENCE_MS
  while (performance.now() < until) {
    const got = await postBid(origin, bidder, sent).catch(() => undefined)
    if (got?.status === 201) return acknowledge(book, { ...told, attemptId: got.answer.attemptId })
    if (got && got.status < 500 && got.status !== 429)
      return book.refused.push({ ...told, code: got.answer.error?.code ?? String(got.status) })
    book.retries++
    await pause(50)
  }
  book.unanswered.push(told)
}

/** Of a sealed auction the amount itself is never sent. */
async function sealed(bidder, { lot, key, stated }) {
  const { sealStated } = await import('./seal-stated.ts')
  return sealStated(bidder, lot, key, stated.amountMinor)
}

function acknowledge(book, told) {
  const now = performance.now()
  if (now - book.lastAt > book.longestMs) book.longestMs = now - book.lastAt
  book.lastAt = now
  book.acknowledged.push(told)
}

/**
 * Lets every bidder of an open or sealed auction bid, each one bid after the other on its lots in turn, until told to stop.
 * @returns the book, once the last bid has its answer
 */
export async function keepBidding(origin, auction, isOver, book = newBook()) {
  const floor = new Map()
  const names = auction.format === 'open-ascending' ? 'maxMinor' : 'amountMinor'
  const one = async (bidder, index) => {
    const known = { ...bidder, agent: new Agent({ keepAlive: true }) }
    for (let turn = index * 7; !isOver(); turn++) {
      const lot = bidder.lots[turn % bidder.lots.length]
      floor.set(lot, (floor.get(lot) ?? 0) + 1)
      const stated = { [names]: String(BigInt(floor.get(lot)) * STEP_MINOR) }
      await bidSurely(origin, known, { lot, key: randomUUID(), stated }, book)
    }
    known.agent.destroy()
  }
  await Promise.all(auction.bidders.map(one))
  return book
}
