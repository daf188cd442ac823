import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, describe, expect, test } from 'vitest'
import { judgeSeen } from './judge-seen'
import { lookUp } from './look-up'

const closing: (() => Promise<void>)[] = []
afterAll(() => Promise.all(closing.map((close) => close())))

/** A real service on this machine that answers so; its address, and the paths it was asked for. */
async function service(answer: RequestListener) {
  const asked: (string | undefined)[] = []
  const server = createServer((request, response) => {
    asked.push(request.url)
    answer(request, response)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  closing.push(
    () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  )
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}/rdap/`, asked }
}

const domain = (change: object = {}) => ({
  objectClassName: 'domain',
  ldhName: 'Q7.ORG',
  status: ['active'],
  entities: [
    { objectClassName: 'entity', roles: ['registrant'] },
    {
      objectClassName: 'entity',
      roles: ['registrar'],
      publicIds: [{ type: 'IANA Registrar ID', identifier: '48' }],
    },
  ],
  ...change,
})
const card = (...properties: unknown[]) => ['vcard', [['version', {}, 'text', '4.0'], ...properties]]
const json =
  (value: unknown, status = 200): RequestListener =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/rdap+json' })
    response.end(JSON.stringify(value))
  }

describe('looking a name up', () => {
  test('R11.2 asks for the domain and reads its name and the registrar’s IANA id', async () => {
    const { base, asked } = await service(json(domain()))
    expect(await lookUp(base, 'q7.org')).toEqual({
      ...{ kind: 'domain', name: 'Q7.ORG', registrarIanaIds: ['48'] },
      registrants: [],
    })
    expect(asked).toEqual(['/rdap/domain/q7.org'])
  })

  test.each([
    ['as text', card(['org', {}, 'text', ' Example Rivers (fictional) ']), ['Example Rivers (fictional)']],
    ['with its department', card(['org', {}, 'text', ['Example Rivers', 'Weirs']]), ['Example Rivers']],
    ['not at all', card(['fn', {}, 'text', 'Ann Example']), []],
    ['with what cannot be kept', card(['org', {}, 'text', 'A\0B \ud800']), ['A B \ufffd']],
    ['as nothing', card(['org', {}, 'text', '']), []],
    ['as no text', card(['org', {}, 'uri', { of: 7 }], 'org', ['org']), []],
    ['on what is no card', { of: 7 }, []],
  ])('R12.3 reads the registrant’s organisation, %s', async (_how, vcardArray, registrants) => {
    const entities = [
      { roles: ['registrant'], vcardArray },
      { roles: ['technical'], vcardArray: card(['org', {}, 'text', 'Example Engineers']) },
    ]
    const { base } = await service(json(domain({ entities })))
    expect(await lookUp(base, 'q7.org')).toMatchObject({ kind: 'domain', registrants })
  })

  test('a name that is not there is not found', async () => {
    const { base } = await service(json({ errorCode: 404 }, 404))
    expect(await lookUp(base, 'q7.org')).toEqual({ kind: 'not-found' })
  })

  test.each([
    ['an error', json({}, 503), 'The service answered 503'],
    [
      'a redirect',
      ((_, response) => response.writeHead(302, { location: '/' }).end()) as RequestListener,
      'The connection failed',
    ],
    ['a hang-up', ((request) => request.socket.destroy()) as RequestListener, 'The connection failed'],
  ])('%s is no answer', async (_what, answer, why) => {
    const { base } = await service(answer)
    expect(await lookUp(base, 'q7.org')).toEqual({ kind: 'unreachable', why })
  })

  test.each([
    ['silence', (() => {}) as RequestListener],
    ['an answer that begins and never ends', ((_, response) => void response.write('{')) as RequestListener],
  ])('%s is no answer in time', async (_what, answer) => {
    const { base } = await service(answer)
    expect(await lookUp(base, 'q7.org', { timeoutMs: 50 })).toEqual({
      kind: 'unreachable',
      why: 'No answer in time',
    })
  })

  test('nobody listens: no answer', async () => {
    expect(await lookUp('http://127.0.0.1:9/', 'q7.org')).toMatchObject({ kind: 'unreachable' })
  })

  test.each([
    ['a page', ((_, response) => response.end('<html>')) as RequestListener, 'no JSON'],
    ['another object', json({ objectClassName: 'entity', handle: '48' }), 'not about a domain'],
    ['a name with a zero byte', json(domain({ ldhName: 'q7\0.org' })), 'not about a domain'],
    ['a million bytes', json(domain({ notices: 'x'.repeat(1_000_000) })), 'too long'],
  ])('%s is not read', async (_what, answer, why) => {
    const { base } = await service(answer)
    expect(await lookUp(base, 'q7.org')).toMatchObject({
      kind: 'unreadable',
      why: expect.stringContaining(why),
    })
  })
})

describe('what was seen', () => {
  const seen = (name: string, ...registrarIanaIds: string[]) =>
    judgeSeen({ kind: 'domain', name, registrarIanaIds, registrants: [] }, 'q7.org', 48).outcome

  test.each([
    ['q7.org', ['48'], 'confirmed'],
    ['Q7.ORG.', ['48', '48'], 'confirmed'],
    ['q7.org', ['146'], 'wrong-registrar'],
    ['q7.org', ['48', '146'], 'wrong-registrar'],
    ['q7.org', ['048'], 'wrong-registrar'],
    ['q7.org', [], 'wrong-registrar'],
    ['q8.org', ['48'], 'wrong-name'],
    ['q7.org.example', ['48'], 'wrong-name'],
  ])('R11.2 %s through %j is %s', (name, ids, outcome) => expect(seen(name, ...ids)).toBe(outcome))
})
