import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { type MadeAuction, makeOpenLots, makeSession } from '@/db/factories/auctions'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { bidAttempts, lotBidders } from '@/db/schema/auctions'
import { memberships, sessions } from '@/db/schema/people'
import { lots } from '@/db/schema/rounds'
import { auditLog } from '@/db/schema/system'
import { whileNoConnectionIsFree } from '@/db/testing/take-every-connection'
import { findPlaces } from '@/domain/bids/find-places'
import { placeBid } from '@/domain/bids/place-bid'
import { findAttempt } from '@/domain/bids/queries'
import { isOurReceipt } from '@/domain/bids/receipt'
import { lotSnapshot, roomSnapshot } from '@/domain/lots/queries'
import { mayWatch } from '@/domain/topics/may-watch'
import { sha256Hex } from '@/lib/hash'
import { handleBids } from './handle-bids'
import { handleRead } from './handle-read'
import { endStreams, handleStream } from './handle-stream'
import { handleTime } from './handle-time'
import { frontDoor } from './route'

const answered = frontDoor({
  'POST /api/v1/lots/{lotId}/bids': handleBids(placeBid, findPlaces),
  'GET /api/v1/lots/{lotId}/bids/{key}': handleRead(findAttempt),
  'GET /api/v1/lots/{lotId}': handleRead(lotSnapshot),
  'GET /api/v1/lots/{lotId}/mine': handleRead(roomSnapshot),
  'GET /api/stream': handleStream(mayWatch),
  'GET /api/time': handleTime,
})
const server = createServer((request, response) => {
  if (!answered(request, response)) response.writeHead(418).end()
})
let base = ''
let auction: MadeAuction
let lotId = ''
let cookie = ''
let rival = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  auction = await makeOpenLots({ bidders: 3, lots: 2 })
  lotId = auction.lots[0]!.id
  cookie = `session=${await makeSession(auction.bidders[0]!.person)}`
  rival = `session=${await makeSession(auction.bidders[1]!.person)}`
})
afterAll(async () => {
  endStreams()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await closeDatabase()
})

let keys = 0
type Sent = { body?: string; headers?: Record<string, string | undefined>; lot?: string }

async function post({ body = '{"maxMinor":"100000"}', headers = {}, lot = lotId }: Sent) {
  const all = { origin: base, cookie, 'idempotency-key': `key-${++keys}-0000`, ...headers }
  const given = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined)
  const response = await fetch(`${base}/api/v1/lots/${lot}/bids`, { method: 'POST', body, headers: given })
  return { status: response.status, headers: response.headers, json: await response.json() }
}

const get = async (path: string, as = cookie) => {
  const response = await fetch(`${base}${path}`, { headers: { cookie: as } })
  return { status: response.status, json: await response.json() }
}

describe('a bid over HTTP', () => {
  test('is answered with 201 and a receipt that our key signed', async () => {
    const { status, json, headers } = await post({ body: '{"maxMinor":"150000"}' })
    expect(status).toBe(201)
    expect(json).toMatchObject({ code: 'accepted', position: 2, priceMinor: '100000' })
    expect(isOurReceipt(json.receipt)).toBe(true)
    expect(json.receipt).toContain('maximum 150000')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test('is answered the same again under the same key, and refused with another amount', async () => {
    const key = { 'idempotency-key': 'once-and-again' }
    const first = await post({ body: '{"maxMinor":"160000"}', headers: key })
    const again = await post({ body: '{"maxMinor":"160000"}', headers: key })
    expect(again.json).toEqual(first.json)
    expect(again.headers.get('idempotent-replayed')).toBe('true')
    expect(await post({ body: '{"maxMinor":"170000"}', headers: key })).toMatchObject({
      status: 422,
      json: { error: { code: 'request.repeated-differently' } },
    })
    expect((await get(`/api/v1/lots/${lotId}/bids/once-and-again`)).json).toMatchObject({
      attemptId: first.json.attemptId,
      code: 'accepted',
    })
  })

  test('below the minimum is a 422 with the minimum and a receipt', async () => {
    const { status, json } = await post({ headers: { cookie: rival } })
    expect(status).toBe(422)
    expect(json.error).toMatchObject({ code: 'bid.below-minimum', details: { minimumMinor: '150000' } })
    expect(json.receipt).toContain('code bid.below-minimum')
    expect(isOurReceipt(json.receipt)).toBe(true)
  })

  test.each([
    ['a number', '{"maxMinor":150000}'],
    ['a sign', '{"maxMinor":"-1"}'],
    ['a float', '{"maxMinor":"1.5"}'],
    ['hexadecimal', '{"maxMinor":"0x10"}'],
    ['nothing', '{}'],
    ['null', '{"maxMinor":null}'],
    ['far too much', `{"maxMinor":"${'9'.repeat(40)}"}`],
    ['an object', '{"maxMinor":{"a":1}}'],
  ])('with %s for an amount is a 422 with a receipt', async (_, body) => {
    const { status, json } = await post({ body })
    expect([status, json.error.code]).toEqual([422, 'bid.malformed-amount'])
    expect(json.receipt).toContain('maximum -')
  })

  test.each<[string, Sent, number, string]>([
    ['no JSON', { body: 'maxMinor=1' }, 400, 'input.unreadable'],
    ['an empty body', { body: '' }, 400, 'input.unreadable'],
    ['a list', { body: '[]' }, 422, 'input.invalid'],
    ['a field too many', { body: '{"maxMinor":"1","price":"2"}' }, 422, 'input.invalid'],
    ['a huge body', { body: `{"maxMinor":"${'1'.repeat(70_000)}"}` }, 413, 'input.too-large'],
    ['no key', { headers: { 'idempotency-key': undefined } }, 400, 'request.key-missing'],
    ['a short key', { headers: { 'idempotency-key': 'short' } }, 400, 'request.key-missing'],
    ['a key with spaces', { headers: { 'idempotency-key': 'key with spaces' } }, 400, 'request.key-missing'],
    ['another origin', { headers: { origin: 'https://evil.example' } }, 403, 'access.wrong-origin'],
    ['no origin', { headers: { origin: undefined } }, 403, 'access.wrong-origin'],
    ['no session', { headers: { cookie: undefined } }, 401, 'access.signed-out'],
    ['a made-up session', { headers: { cookie: 'session=made-up' } }, 401, 'access.signed-out'],
    ['a broken cookie', { headers: { cookie: 'session=%E0%A4%A' } }, 401, 'access.signed-out'],
    ['an unknown lot', { lot: 'lot_00000000000000000000000000' }, 404, 'thing.not-found'],
    ['nonsense for a lot', { lot: "'%20or%201=1" }, 404, 'thing.not-found'],
  ])('with %s', async (_, sent, status, code) => {
    const answer = await post(sent)
    expect([answer.status, answer.json.error.code]).toEqual([status, code])
    expect(answer.json.receipt).toBeUndefined()
  })

  test('on a lot one is not registered on reads as if there were none', async () => {
    const stranger = await makeApplicant()
    const officer = await makePerson({ roles: ['programme-officer'] })
    for (const person of [stranger.person, officer]) {
      const answer = await post({ headers: { cookie: `session=${await makeSession(person)}` } })
      expect(answer.status).toBe(404)
      expect(answer.json.error.message).toBe('There is nothing here for you.')
    }
  })

  test('needs the second factor', async () => {
    const weak = `session=${await makeSession(auction.bidders[2]!.person, 1)}`
    expect(await post({ headers: { cookie: weak } })).toMatchObject({
      status: 403,
      json: { error: { code: 'access.second-factor-needed' } },
    })
    const seen = await get(`/api/v1/lots/${lotId}/mine`, weak)
    expect(seen).toMatchObject({ status: 200, json: { me: null } })
    expect(seen.json.watching).toContain('authenticator')
  })

  test('stops with the session, and with the role, at the next request', async () => {
    const { person } = auction.bidders[2]!
    const token = await makeSession(person)
    const mine = { cookie: `session=${token}` }
    expect((await post({ headers: mine, body: '{"maxMinor":"300000"}' })).status).toBe(201)
    await database()
      .update(memberships)
      .set({ endedAt: new Date(0) })
      .where(eq(memberships.userId, person.userId))
    expect((await post({ headers: mine, body: '{"maxMinor":"900000"}' })).status).toBe(404)
    await database().update(memberships).set({ endedAt: null }).where(eq(memberships.userId, person.userId))
    expect((await post({ headers: mine, body: '{"maxMinor":"900000"}' })).status).toBe(201)
    await database()
      .update(sessions)
      .set({ revokedAt: new Date(0) })
      .where(eq(sessions.tokenHash, sha256Hex(token)))
    expect((await post({ headers: mine, body: '{"maxMinor":"990000"}' })).status).toBe(401)
    const attempts = await database()
      .select()
      .from(bidAttempts)
      .where(eq(bidAttempts.bidderId, auction.bidders[2]!.id))
    expect(attempts).toHaveLength(2)
  })

  test('another method is 405, another path is handed on', async () => {
    expect((await fetch(`${base}/api/v1/lots/${lotId}/bids`)).status).toBe(405)
    expect((await fetch(`${base}/portal`)).status).toBe(418)
  })
})

/** Runs while a transaction keeps the lock of a lot, so that its queue does not move. */
async function whileLocked<R>(lot: string, run: () => Promise<R>): Promise<R> {
  return database().transaction(async (tx) => {
    await tx.select().from(lots).where(eq(lots.id, lot)).for('update')
    return run()
  })
}

describe('a crowd', () => {
  test('without a place on the lot is refused before it takes one in the queue, and on record', async () => {
    const lot = (await makeOpenLots()).lots[0]!.id
    const stranger = await makeApplicant()
    const foreign = { cookie: `session=${await makeSession(stranger.person)}` }
    const answers = await whileLocked(lot, () =>
      Promise.all(Array.from({ length: 30 }, () => post({ lot, headers: foreign }))),
    )
    const codes = answers.map(({ json }) => json.error.code)
    expect(codes.filter((code) => code === 'thing.not-found')).toHaveLength(20)
    expect(codes.filter((code) => code === 'request.too-many')).toHaveLength(10)
    const entries = await database().select().from(auditLog).where(eq(auditLog.object, lot))
    expect(entries.filter(({ actor }) => actor === stranger.person.pseudonym)).toHaveLength(20)
  })

  test('of requests by one bidder waits with its share alone, however many sessions it has', async () => {
    const made = await makeOpenLots()
    const [crowd, honest] = made.bidders
    const lot = made.lots[0]!.id
    const cookies = [await makeSession(crowd!.person), await makeSession(crowd!.person)]
    const fair = { cookie: `session=${await makeSession(honest!.person)}` }
    const bidAs = (index: number) =>
      post({
        lot,
        headers: { cookie: `session=${cookies[index % 2]}` },
        body: `{"maxMinor":"${(index + 1) * 1_000_000}"}`,
      })
    expect((await bidAs(0)).status).toBe(201)
    const refused: Awaited<ReturnType<typeof post>>[] = []
    const { waiting, fairly } = await whileLocked(lot, async () => {
      const waiting = Array.from({ length: 60 }, (_, index) =>
        bidAs(index + 1).then((answer) => {
          if (answer.status === 429) refused.push(answer)
          return answer
        }),
      )
      // What the group under the lock holds, and the share of the queue behind it; the others are turned away.
      await vi.waitFor(() => expect(refused.length).toBeGreaterThanOrEqual(60 - 2 * 16))
      return { waiting, fairly: post({ lot, headers: fair, body: '{"maxMinor":"900000000"}' }) }
    })
    expect((await fairly).status).toBe(201)
    await Promise.all(waiting)
    for (const { headers, json } of refused)
      expect([headers.get('retry-after'), json.error.code]).toEqual(['1', 'request.too-many'])
  })

  test('a bidder who was registered a moment ago is not refused', async () => {
    const made = await makeOpenLots({ bidders: 2, lots: 2, lotsEach: 1, open: false })
    const [bidder] = made.bidders
    const [first, second] = made.lots
    const mine = { cookie: `session=${await makeSession(bidder!.person)}` }
    expect((await post({ lot: second!.id, headers: mine })).status).toBe(404)
    await database().update(lotBidders).set({ lotId: second!.id }).where(eq(lotBidders.lotId, first!.id))
    expect(await post({ lot: second!.id, headers: mine })).toMatchObject({
      status: 409,
      json: { error: { code: 'bid.not-open' } },
    })
  })

  test('of pages that take every other connection does not keep a bid waiting', async () => {
    const made = await makeOpenLots()
    const token = await makeSession(made.bidders[0]!.person)
    const { status } = await whileNoConnectionIsFree(() =>
      post({ lot: made.lots[0]!.id, headers: { cookie: `session=${token}` } }),
    )
    expect(status).toBe(201)
  })
})

describe('what a room reads', () => {
  test('the public snapshot tells no maximum', async () => {
    const { status, json } = await get(`/api/v1/lots/${lotId}`, '')
    expect(status).toBe(200)
    expect(json).toMatchObject({ lotId, state: 'open', bidders: 3 })
    expect(JSON.stringify(json)).not.toContain('900000')
  })

  test('one’s own view has one’s own bids, and not those of others', async () => {
    const mine = await get(`/api/v1/lots/${lotId}/mine`)
    expect(mine.json.me).toMatchObject({ paddle: 10, standing: 'outbid', maxMinor: '160000' })
    expect(mine.json.watching).toBeNull()
    const leader = await get(`/api/v1/lots/${lotId}/mine`, rival)
    expect(leader.json.me).toMatchObject({ paddle: 11, standing: 'none', maxMinor: null })
    expect(JSON.stringify(leader.json)).not.toContain('900000')
    expect((await get(`/api/v1/lots/${lotId}/mine`, '')).status).toBe(404)
  })

  test('someone else’s attempt is not found by its key', async () => {
    expect((await get(`/api/v1/lots/${lotId}/bids/once-and-again`, rival)).status).toBe(404)
    expect((await get(`/api/v1/lots/${auction.lots[1]!.id}/bids/once-and-again`)).status).toBe(404)
  })

  test('the time is a number of milliseconds', async () => {
    const { json } = await get('/api/time', '')
    expect(json.now).toBeGreaterThan(1.7e12)
  })
})

describe('the live stream', () => {
  type Events = AsyncGenerator<{ topic?: string; version?: string; event?: string }>

  async function* listen(topics: string, as = cookie): Events {
    const response = await fetch(`${base}/api/stream?topics=${topics}`, { headers: { cookie: as } })
    const decoder = new TextDecoder()
    let text = ''
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      text += decoder.decode(chunk, { stream: true })
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const fields = Object.fromEntries(
          text
            .slice(0, end)
            .split('\n')
            .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
        )
        text = text.slice(end + 2)
        yield { event: fields.event, ...JSON.parse(fields.data ?? '{}') }
      }
    }
  }

  const nextOf = async (events: Events, topic: string) => {
    for (let each = await events.next(); !each.done; each = await events.next())
      if (each.value.topic === topic) return each.value.version
    return undefined
  }

  test('tells the present version, and the next one within a second of the commit', async () => {
    const topic = `lot:${auction.lots[1]!.id}`
    const events = listen(topic, '')
    const before = await nextOf(events, topic)
    await post({ lot: auction.lots[1]!.id })
    const committed = performance.now()
    const after = await nextOf(events, topic)
    expect(performance.now() - committed).toBeLessThan(1000)
    expect(BigInt(after ?? 0)).toBeGreaterThan(BigInt(before ?? 0))
    await events.return(undefined)
  })

  test('gives nobody another one’s topics', async () => {
    const status = async (topics: string, as: string) => {
      const response = await fetch(`${base}/api/stream?topics=${topics}`, { headers: { cookie: as } })
      await response.body?.cancel()
      return response.status
    }
    const [first, second] = auction.bidders
    expect(await status(`bidder:${first!.id}`, cookie)).toBe(200)
    expect(await status(`bidder:${second!.id}`, cookie)).toBe(404)
    expect(await status(`person:${second!.person.userId}`, cookie)).toBe(404)
    expect(await status('approvals', cookie)).toBe(404)
    expect(await status('approvals', '')).toBe(401)
    expect(await status('lot:unknown', cookie)).toBe(404)
    expect(await status('', cookie)).toBe(400)
  })

  test('ends when the session is revoked', async () => {
    const token = await makeSession(auction.bidders[1]!.person)
    const events = listen(`lot:${lotId}`, `session=${token}`)
    await events.next()
    await database()
      .update(sessions)
      .set({ revokedAt: new Date(0) })
      .where(eq(sessions.tokenHash, sha256Hex(token)))
    const started = performance.now()
    const seen: (string | undefined)[] = []
    for await (const { event } of events) seen.push(event)
    expect(seen.at(-1)).toBe('ended')
    expect(performance.now() - started).toBeLessThan(6000)
  })
})
