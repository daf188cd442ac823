import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDatabase } from '@/db/client'
import { makeSession } from '@/db/factories/auctions'
import { makePerson } from '@/db/factories/people'
import { limitRequests } from './limit-requests'

/** What gets past the limits is answered with 204. */
const server = createServer(limitRequests((_request, response) => response.writeHead(204).end()))
let base = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await closeDatabase()
})

type Sent = { from?: string; session?: string; method?: string }

const ask = (path: string, { from, session, method = 'GET' }: Sent) =>
  fetch(`${base}${path}`, {
    method,
    headers: {
      ...(from && { 'x-forwarded-for': from }),
      ...(session && { cookie: `session=${session}` }),
    },
  })
const upload = (sent: Sent) => ask('/api/v1/files', { ...sent, method: 'POST' })

async function statuses(times: number, one: (index: number) => Promise<Response>) {
  const counted: Record<number, number> = {}
  for (const { status } of await Promise.all(Array.from({ length: times }, (_, index) => one(index))))
    counted[status] = (counted[status] ?? 0) + 1
  return counted
}

test('an office of five hundred people opens its streams and reads at the same moment', async () => {
  const from = '203.0.113.1'
  expect(await statuses(500, () => ask('/api/stream?topics=lot:x', { from }))).toEqual({ 204: 500 })
  expect(await statuses(1000, () => ask('/api/v1/lots/x', { from }))).toEqual({ 204: 1000 })
})

test('a network is turned away above its limit, with the seconds to wait; another one is not', async () => {
  const from = '203.0.113.2'
  expect(await statuses(320, () => upload({ from }))).toEqual({ 204: 300, 429: 20 })
  const refused = await upload({ from })
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await refused.json()).error).toMatchObject({
    code: 'request.too-many',
    message: expect.stringMatching(/Try again in \d+ seconds/),
  })
  expect((await upload({ from: '203.0.113.3' })).status).toBe(204)
  expect((await ask('/labels', { from })).status).toBe(204)
})

test('an IPv6 network is its /64, and invented cookies are nobody', async () => {
  const one = (index: number) =>
    upload({ from: `2001:db8:0:1::${index.toString(16)}`, session: `invented-${index}` })
  expect(await statuses(320, one)).toEqual({ 204: 300, 429: 20 })
  expect((await upload({ from: '2001:db8:0:2::1' })).status).toBe(204)
})

test('a person has a sharper limit, wherever it comes from, and no neighbour uses it up', async () => {
  const session = await makeSession(await makePerson())
  const from = '203.0.113.4'
  expect((await upload({ from, session })).status).toBe(204)
  await statuses(320, () => upload({ from }))
  expect((await upload({ from })).status).toBe(429)
  const wandering = (index: number) => upload({ from: `198.51.100.${index}`, session })
  expect((await upload({ from, session })).status).toBe(204)
  expect(await statuses(40, wandering)).toEqual({ 204: 28, 429: 12 })
})

test('a bank file is an upload', async () => {
  const from = '203.0.113.5'
  expect(await statuses(310, () => ask('/admin/payments/read', { from, method: 'POST' }))).toEqual({
    204: 300,
    429: 10,
  })
})

test.each(['registry', 'stripe'])(
  'the webhook of %s is counted by network, with a session too',
  async (name) => {
    const from = name === 'stripe' ? '203.0.113.6' : '203.0.113.7'
    const session = await makeSession(await makePerson())
    const report = () => ask(`/api/v1/webhooks/${name}`, { from, session, method: 'POST' })
    expect((await report()).status).toBe(204)
    expect(await statuses(309, report)).toEqual({ 204: 299, 429: 10 })
  },
)

test.each([
  ['203.0.113.8', '/api/v1/ocds'],
  ['203.0.113.9', '/api/v1/bids?cursor=x'],
  ['203.0.113.10', '/api/v1/lots/x/prices.csv'],
])('from %s %s is counted as an export', async (from, path) => {
  expect(await statuses(310, () => ask(path, { from }))).toEqual({ 204: 300, 429: 10 })
  expect((await ask('/api/v1/lots/x', { from })).status, 'reading goes on').toBe(204)
})

test('the machine itself is no network', async () => {
  expect(await statuses(320, () => upload({}))).toEqual({ 204: 320 })
})
