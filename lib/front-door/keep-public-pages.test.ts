import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { inject } from 'light-my-request'
import { beforeEach, expect, test } from 'vitest'
import { keepPublicPages } from './keep-public-pages'

let renders = 0
let clock = 0
let status = 200

/** Stands where Next stands: a page that says how often it was rendered, for which preferences. */
async function render(request: IncomingMessage, response: ServerResponse): Promise<void> {
  renders += 1
  const html = `<script nonce="n">run(${renders})</script><script>alien()</script><p>${request.headers.cookie ?? 'none'}</p>`
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "script-src 'nonce-n'",
    'x-request-id': 'one',
  })
  response.end(html)
}

const sessionIn = (cookies = '') => /session=(\w+)/.exec(cookies)?.[1]
let answered = keepPublicPages(render, sessionIn, () => clock)
beforeEach(() => {
  answered = keepPublicPages(render, sessionIn, () => clock)
  renders = 0
  status = 200
})

const get = (url: string, headers: Record<string, string> = {}, method: 'GET' | 'POST' = 'GET') =>
  inject(
    (request, response) => {
      if (!answered(request as never, response as never)) (response as ServerResponse).writeHead(418).end()
    },
    { method, url, headers },
  )

test('a page is rendered once for all who ask within a second', async () => {
  const all = await Promise.all([get('/labels'), get('/labels'), get('/labels')])
  expect(renders).toBe(1)
  expect(new Set(all.map(({ payload }) => payload)).size).toBe(1)
  clock += 999
  await get('/labels')
  expect(renders).toBe(1)
  clock += 1
  expect((await get('/labels')).payload).toContain('run(2)')
})

test('each address, theme and zone has its own, other cookies change nothing', async () => {
  await get('/labels')
  await get('/labels?view=list')
  const dark = await get('/labels', { cookie: 'tracker=1; theme=dark; zone=Europe/Paris' })
  expect(dark.payload).toContain('<p>theme=dark; zone=Europe/Paris</p>')
  await get('/labels', { cookie: 'zone=Europe/Paris; theme=dark' })
  expect(renders).toBe(3)
})

test('the policy names the scripts by their hashes, never by the nonce of another answer', async () => {
  const { headers } = await get('/')
  const hash = createHash('sha256').update('run(1)').digest('base64')
  expect(headers['content-security-policy']).toContain(`script-src 'self' 'sha256-${hash}';`)
  expect(headers['content-security-policy']).not.toContain('nonce-')
  expect(headers['content-security-policy']).not.toContain(
    createHash('sha256').update('alien()').digest('base64'),
  )
  expect(headers['x-request-id']).toBeUndefined()
})

test.each([
  ['whoever is signed in', '/labels', { cookie: 'session=token' }, 'GET'],
  ['what the router fetches', '/labels', { rsc: '1' }, 'GET'],
  ['a page that is not for everyone', '/portal', {}, 'GET'],
  ['a sent form', '/labels', {}, 'POST'],
] as const)('%s goes on to Next', async (_, url, headers, method) => {
  expect((await get(url, headers, method)).statusCode).toBe(418)
})

test('status and encodings are those of the page', async () => {
  status = 404
  const zipped = await get('/labels/zz', { 'accept-encoding': 'gzip;q=1, br;q=0' })
  expect([zipped.statusCode, zipped.headers['content-encoding']]).toEqual([404, 'gzip'])
  expect(gunzipSync(zipped.rawPayload).toString()).toContain('run(1)')
  const smaller = await get('/labels/zz', { 'accept-encoding': 'gzip, deflate, br' })
  expect(brotliDecompressSync(smaller.rawPayload).toString()).toContain('run(1)')
  expect(renders).toBe(1)
})

test('a page that could not be rendered is rendered anew for the next who asks', async () => {
  let fails = true
  const once = keepPublicPages(
    async (request, response) => {
      if (fails) throw new Error('not now')
      await render(request, response)
    },
    sessionIn,
    () => clock,
  )
  const ask = () =>
    inject((request, response) => void once(request as never, response as never), {
      method: 'GET',
      url: '/rules',
    })
  await expect(ask()).rejects.toThrow()
  fails = false
  expect((await ask()).statusCode).toBe(200)
})
