import http, { type RequestListener } from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import { generate } from 'selfsigned'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Looking } from './ask-dns'
import { lookAt } from './look-at'

const servers: http.Server[] = []
let web: number
let secure: number
let looking: Looking

async function serve(server: http.Server): Promise<number> {
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

const answers: Record<string, object> = {
  'signed.test A': { Status: 0, AD: true, Answer: [{ type: 1, data: '198.51.100.7' }] },
  'signed.test AAAA': { Status: 0, AD: true },
  'signed.test NS': { Status: 0, AD: true, Answer: [{ type: 2, data: 'ns1.signed.test.' }] },
  'signed.test DS': {
    Status: 0,
    AD: true,
    Answer: [
      { type: 46, data: 'a signature' },
      { type: 43, data: '12345 13 2 abcd' },
    ],
  },
  'plain.test A': { Status: 0, AD: false, Answer: [{ type: 1, data: '198.51.100.8' }] },
  'plain.test AAAA': { Status: 0, AD: false },
  'plain.test NS': { Status: 0 },
  'plain.test DS': { Status: 0, AD: true },
  'bogus.test A': { Status: 2 },
  'bogus.test AAAA': { Status: 2 },
  'bogus.test DS': { Status: 0, AD: true, Answer: [{ type: 43, data: '1 13 2 ef' }] },
  'none.test A': { Status: 3, AD: true },
  'none.test AAAA': { Status: 3, AD: true },
  'none.test DS': { Status: 3, AD: true },
}

const pages: RequestListener = (asking, answer) => {
  const { pathname, searchParams } = new URL(asking.url ?? '/', 'http://web.test')
  const said = answers[`${searchParams.get('name')} ${searchParams.get('type')}`]
  if (pathname === '/resolve' && said) answer.end(JSON.stringify(said))
  else if (pathname === '/page')
    answer
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(`<title>Rivers</title><p>${'how clean the river is today '.repeat(10)}`)
  else if (pathname === '/parked')
    answer
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<title>q7.org</title><p>Buy this domain from Example Brokers, who sell many others every day.')
  else answer.writeHead(pathname === '/resolve' ? 500 : 404).end('{')
}

beforeAll(async () => {
  web = await serve(http.createServer(pages))
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'signed.test' }], {
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'signed.test' }] }],
  })
  secure = await serve(https.createServer({ cert, key }, pages))
  const network = {
    resolve: async () => ['127.0.0.1'],
    permits: () => true,
    ports: { 'http:': [web], 'https:': [secure] },
    ca: cert,
  }
  looking = { fetch: { network }, resolver: `http://resolver.test:${web}/resolve` }
})
afterAll(() => {
  for (const server of servers) server.close()
})

const page = (path: string) => lookAt('url', `http://web.test:${web}${path}`, looking)

describe('a page', () => {
  test('answers: what was seen is named, with its hash', async () => {
    const found = await page('/page')
    expect(found).toMatchObject({ outcome: 'met', summary: 'The page answers.' })
    const seen = Object.fromEntries(found.seen.map(({ what, value }) => [what, value]))
    expect(seen).toMatchObject({ Status: '200', 'IP address': '127.0.0.1', Title: 'Rivers' })
    expect(seen['SHA-256 of what was read']).toMatch(/^[0-9a-f]{64}$/)
    expect(seen).not.toHaveProperty('May be parked')
  })

  test('that looks parked is still there: the reasons are given to who decides', async () => {
    expect(await page('/parked')).toMatchObject({
      outcome: 'met',
      summary: expect.stringContaining('may be parked'),
      seen: expect.arrayContaining([{ what: 'May be parked', value: expect.stringContaining('for sale') }]),
    })
  })

  test('that is missing is not met; a server that is away says nothing of it', async () => {
    expect(await page('/nothing')).toMatchObject({
      outcome: 'not-met',
      summary: expect.stringContaining('404'),
    })
    const away = { ...looking.fetch!.network!, resolve: async () => Promise.reject(new Error('away')) }
    expect(await lookAt('url', `http://web.test:${web}/`, { fetch: { network: away } })).toMatchObject({
      outcome: 'undecided',
    })
  })

  test('inside the network is refused', async () => {
    expect(await lookAt('url', 'http://169.254.169.254/', {})).toMatchObject({
      outcome: 'not-met',
      summary: expect.stringContaining('not of the public internet'),
    })
  })
})

describe('a name', () => {
  test.each([
    ['dns', 'signed.test', 'met'],
    ['dns', 'plain.test', 'met'],
    ['dns', 'none.test', 'not-met'],
    ['dns', 'bogus.test', 'undecided'],
    ['dns', 'unasked.test', 'undecided'],
    ['dnssec', 'signed.test', 'met'],
    ['dnssec', 'plain.test', 'not-met'],
    ['dnssec', 'bogus.test', 'not-met'],
    ['dnssec', 'none.test', 'not-met'],
    ['dnssec', 'unasked.test', 'undecided'],
  ] as const)('%s of %s is %s', async (kind, host, outcome) => {
    const found = await lookAt(kind, host, looking)
    expect(found.outcome).toBe(outcome)
    expect(found.summary).toMatch(/\.$/)
  })

  test('keeps the DS record and not its signature', async () => {
    const { seen } = await lookAt('dnssec', 'signed.test', looking)
    expect(seen[0]).toEqual({ what: 'DS at the parent', value: '12345 13 2 abcd' })
  })

  test('certificate: valid for its own name, not for another', async () => {
    expect(await lookAt('tls', `signed.test:${secure}`, looking)).toMatchObject({
      outcome: 'met',
      seen: expect.arrayContaining([
        { what: 'Certificate', value: expect.stringContaining('for signed.test') },
      ]),
    })
    expect(await lookAt('tls', `other.test:${secure}`, looking)).toMatchObject({
      outcome: 'not-met',
      summary: 'It has no valid certificate.',
    })
  })
})
