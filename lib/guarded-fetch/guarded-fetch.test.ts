import http, { type RequestListener } from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { generate } from 'selfsigned'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FetchOptions, guardedFetch } from './guarded-fetch'
import type { Network } from './network'

/** 127.0.0.1 stands for the public internet here, 127.0.0.2 for what is inside. */
const OUTSIDE = '127.0.0.1'
const INSIDE = '127.0.0.2'

const servers: http.Server[] = []
let insideHits = 0
let outside: number
let secure: number
let expired: number
let inside: number
let ca: string
let asked: string[]
let seen: http.IncomingMessage | undefined

async function serve(server: http.Server, host = OUTSIDE): Promise<number> {
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  return (server.address() as AddressInfo).port
}

const pages: RequestListener = (asking, answer) => {
  seen = asking
  const path = asking.url ?? '/'
  const to = (location: string) => answer.writeHead(302, { location }).end()
  if (path === '/') answer.writeHead(200, { 'content-type': 'text/html' }).end('<title>Hello</title>')
  else if (path === '/to-inside') to(`http://inside.test:${inside}/secret`)
  else if (path === '/to-inside-address') to(`http://${INSIDE}:${inside}/secret`)
  else if (path === '/to-file') to('file:///etc/passwd')
  else if (path === '/to-port') to('http://site.test:22/')
  else if (path === '/to-nowhere') to('http://[')
  else if (path === '/once') to('/')
  else if (path === '/round') to('/round')
  else if (path === '/endless') pour(answer)
  else if (path === '/bomb')
    answer.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(5_000_000)))
  else if (path === '/broken-gzip') answer.writeHead(200, { 'content-encoding': 'gzip' }).end('not gzip')
  else if (path === '/slow') drip(answer)
  else if (path === '/headers') answer.writeHead(200, { 'x-large': 'a'.repeat(20_000) }).end()
  else if (path === '/silent') return
  else answer.writeHead(404).end('nothing')
}

function pour(answer: http.ServerResponse): void {
  const more = () => {
    while (!answer.destroyed && answer.write(Buffer.alloc(65_536, 'a')));
    if (!answer.destroyed) answer.once('drain', more)
  }
  more()
}

/** A byte now and then, without end. */
function drip(answer: http.ServerResponse): void {
  const timer = setInterval(() => answer.write('a'), 20)
  answer.on('close', () => clearInterval(timer))
}

async function certificate(name: string, notAfterDate?: Date) {
  return generate([{ name: 'commonName', value: name }], {
    keySize: 2048,
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: name }] }],
    ...(notAfterDate && { notBeforeDate: new Date('2020-01-01'), notAfterDate }),
  })
}

beforeAll(async () => {
  outside = await serve(http.createServer(pages))
  inside = await serve(
    http.createServer((_asking, answer) => {
      insideHits++
      answer.end('secret')
    }),
    INSIDE,
  )
  const good = await certificate('site.test')
  const old = await certificate('site.test', new Date('2021-01-01'))
  ca = `${good.cert}\n${old.cert}`
  secure = await serve(https.createServer({ key: good.private, cert: good.cert }, pages))
  expired = await serve(https.createServer({ key: old.private, cert: old.cert }, pages))
})
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
})

const names: Record<string, string[]> = {
  'site.test': [OUTSIDE],
  'other.test': [OUTSIDE],
  'inside.test': [INSIDE],
  'both.test': [OUTSIDE, INSIDE],
}

function network(more: Partial<Network> = {}): Network {
  asked = []
  return {
    resolve: async (host) => {
      asked.push(host)
      return names[host] ?? []
    },
    permits: (address) => address === OUTSIDE,
    ports: { 'http:': [outside, inside], 'https:': [secure, expired] },
    ...more,
  }
}

const get = (path: string, options: FetchOptions = {}) =>
  guardedFetch(`http://site.test:${outside}${path}`, { network: network(), ...options })
const problem = (code: string) => ({ ok: false, problem: code })

describe('fetching an address that somebody typed', () => {
  test('answers with what was seen', async () => {
    const answer = await get('/once#part')
    expect(answer).toMatchObject({
      ok: true,
      status: 200,
      address: OUTSIDE,
      tls: null,
      contentType: 'text/html',
      finalUrl: `http://site.test:${outside}/`,
      redirected: [`http://site.test:${outside}/once`],
      truncated: false,
    })
    expect(answer.ok && Buffer.from(answer.bytes).toString()).toBe('<title>Hello</title>')
    expect(seen?.headers).toMatchObject({ host: `site.test:${outside}` })
    expect(Object.keys(seen?.headers ?? {}).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ])
  })

  test('sends a body and headers, and follows nothing then', async () => {
    const options = { method: 'POST', body: '{}', headers: { 'webhook-id': 'msg_1' } } as const
    expect(await get('/to-inside', options)).toMatchObject({ ok: true, status: 302 })
    expect(seen).toMatchObject({ method: 'POST', headers: { 'webhook-id': 'msg_1', 'content-length': '2' } })
  })

  test.each([
    ['nonsense', 'url.invalid'],
    ['file:///etc/passwd', 'url.scheme'],
    ['gopher://site.test/', 'url.scheme'],
    ['http://ann:secret@site.test/', 'url.credentials'],
    ['http://site.test:22/', 'url.port'],
    ['http://unknown.test/', 'name.unknown'],
    ['http://inside.test/', 'address.refused'],
    ['http://both.test/', 'address.refused'],
    ['http://2130706434/', 'address.refused'],
    ['http://0x7f.2/', 'address.refused'],
    ['http://0177.0.0.2/', 'address.refused'],
    ['http://[::ffff:127.0.0.2]/', 'address.refused'],
    ['http://[::1]/', 'address.refused'],
    ['http://１２７.0.0.2/', 'address.refused'],
  ])('%s is refused: %s', async (url, code) => {
    const usual = network({ ports: { 'http:': [80], 'https:': [443] } })
    expect(await guardedFetch(url, { network: usual })).toMatchObject(problem(code))
  })

  test('which private address a name has is not told', async () => {
    for (const host of ['inside.test', 'both.test']) {
      const answer = await guardedFetch(`http://${host}/`, {
        network: network({ ports: { 'http:': [80], 'https:': [443] } }),
      })
      expect(answer).toMatchObject({ ...problem('address.refused'), detail: 'private address' })
      expect(JSON.stringify(answer)).not.toContain(INSIDE)
    }
  })

  test('the public internet does not hold this machine', async () => {
    expect(await guardedFetch('http://127.0.0.1/')).toMatchObject(problem('address.refused'))
    expect(await guardedFetch('http://169.254.169.254/latest/meta-data/')).toMatchObject(
      problem('address.refused'),
    )
    expect(await guardedFetch('http://8.8.8.8/', { httpsOnly: true })).toMatchObject(problem('url.scheme'))
  })

  test('a name that cannot be looked up is told from one that has no address', async () => {
    const failing = network({ resolve: () => Promise.reject(new Error('queryA ESERVFAIL site.test')) })
    expect(await get('/', { network: failing })).toMatchObject(problem('name.unresolved'))
  })
})

describe('hostile servers', () => {
  test.each([
    ['/to-inside', 'address.refused'],
    ['/to-inside-address', 'address.refused'],
    ['/to-file', 'url.scheme'],
    ['/to-port', 'url.port'],
    ['/to-nowhere', 'redirect.invalid'],
    ['/round', 'redirect.too-many'],
  ])('a redirect is judged like the first address: %s', async (path, code) => {
    expect(await get(path)).toMatchObject(problem(code))
    expect(insideHits).toBe(0)
  })

  test('rebinding: what was judged is what is connected to, and a redirect is looked up and judged again', async () => {
    let looked = 0
    const rebinding = network({
      resolve: async () => [looked++ === 0 ? OUTSIDE : INSIDE],
    })
    expect(await get('/', { network: rebinding })).toMatchObject({ ok: true, address: OUTSIDE })
    expect(looked).toBe(1)
    looked = 0
    expect(await get('/once', { network: rebinding })).toMatchObject(problem('address.refused'))
    expect(insideHits).toBe(0)
  })

  test('an endless body and a small one that unpacks to a huge one are cut', async () => {
    for (const path of ['/endless', '/bomb']) {
      const answer = await get(path, { maxBytes: 100_000 })
      expect(answer).toMatchObject({ ok: true, truncated: true })
      expect(answer.ok && answer.bytes.length, path).toBe(100_000)
    }
  })

  test('a body that drips, and a server that says nothing, are given up after the time for everything', async () => {
    const answers = await Promise.all(['/slow', '/silent'].map((path) => get(path, { timeoutMs: 100 })))
    for (const answer of answers) expect(answer).toMatchObject(problem('time.over'))
  })

  test('a broken encoding and headers without measure fail, and nothing is thrown', async () => {
    for (const path of ['/broken-gzip', '/headers'])
      expect(await get(path)).toMatchObject(problem('connection.failed'))
  })

  test('a lookup that hangs is given up too', async () => {
    const hanging = network({
      resolve: (_host, signal) =>
        new Promise((_resolve, reject) =>
          signal.addEventListener('abort', () => reject(new Error('cancelled'))),
        ),
    })
    expect(await get('/', { network: hanging, timeoutMs: 100 })).toMatchObject(problem('time.over'))
  })
})

describe('certificates', () => {
  const getSecure = (host: string, port: number, more: Partial<Network>) =>
    guardedFetch(`https://${host}:${port}/`, { network: network(more) })

  test('a valid one is told', async () => {
    const answer = await getSecure('site.test', secure, { ca })
    expect(answer).toMatchObject({ ok: true, tls: { protocol: 'TLSv1.3', subject: 'site.test' } })
    expect(answer.ok && answer.tls!.validTo.getTime()).toBeGreaterThan(answer.ok ? +answer.tls!.validFrom : 0)
  })

  test.each([
    ['of nobody we trust', () => getSecure('site.test', secure, {}), 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['of another name', () => getSecure('other.test', secure, { ca }), 'ERR_TLS_CERT_ALTNAME_INVALID'],
    ['that expired', () => getSecure('site.test', expired, { ca }), 'CERT_HAS_EXPIRED'],
  ])('one %s is refused', async (_what, fetching, detail) => {
    expect(await fetching()).toMatchObject({ ...problem('tls.invalid'), detail })
  })
})
