import { request as httpRequest } from 'node:http'
import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { makeApplication } from '@/db/factories/applications'
import { makeOpenLots } from '@/db/factories/auctions'
import { attachments, planDrafts } from '@/db/schema/applications'
import { lots } from '@/db/schema/rounds'
import { expect, test, webs } from './fixtures/portal'
import { expectRefusal, type Sent, send, type Wanted } from './fixtures/refusals'

const PDF = Buffer.from('%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n')

/** Whatever is sent, the answer is 4xx with a code, a sentence and the field, and nothing is half done. */

const draft = (purpose: unknown, more: object = {}) => ({ version: 0, content: { purpose }, ...more })
const invalid = (field: string): Wanted => ({ status: 422, code: 'input.invalid', field })
const unreadable: Wanted = { status: 400, code: 'input.unreadable' }
const foreign: Wanted = { status: 403, code: 'access.wrong-origin' }

const drafts: [what: string, sent: Sent, wanted: Wanted][] = [
  ['nothing', { body: '' }, unreadable],
  ['broken JSON', { body: '{"version":0,' }, unreadable],
  [
    'a form',
    { body: 'version=0', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    unreadable,
  ],
  ['a list', { body: [] }, invalid('content')],
  ['null', { body: 'null' }, invalid('version')],
  ['a version in words', { body: draft('x', { version: 'one' }) }, invalid('version')],
  ['a version below zero', { body: draft('x', { version: -1 }) }, invalid('version')],
  ['a version without end', { body: draft('x', { version: 1e300 }) }, invalid('version')],
  ['a number for a text', { body: draft(7) }, invalid('content.purpose')],
  ['a zero byte', { body: draft('a\0b') }, invalid('content.purpose')],
  ['half a character', { body: '{"version":0,"content":{"purpose":"\\ud83d"}}' }, invalid('content.purpose')],
  ['a text too long', { body: draft('x'.repeat(20_001)) }, invalid('content.purpose')],
  ['a body too large', { body: draft('x'.repeat(70_000)) }, { status: 413, code: 'input.too-large' }],
  ['a field nobody asked for', { body: draft('x', { admin: true }) }, invalid('admin')],
  ['no such section', { body: draft('x'), section: 'bribes' }, invalid('section')],
  [
    'lists within lists',
    { body: `{"version":0,"content":${'['.repeat(9999)}${']'.repeat(9999)}}` },
    invalid('content'),
  ],
  ['no Origin', { body: draft('x'), headers: { origin: '' } }, foreign],
  ['another Origin', { body: draft('x'), headers: { origin: 'https://evil.example' } }, foreign],
  [
    'no key',
    { body: draft('x'), headers: { 'idempotency-key': '' } },
    { status: 400, code: 'request.key-missing' },
  ],
]

test('a section of a plan', async ({ signInAs }) => {
  const application = await makeApplication()
  const { request } = await signInAs(application.person)
  const section = (id = 'purpose') => `/api/v1/applications/${application.id}/sections/${id}`
  const stored = () =>
    database().select().from(planDrafts).where(eq(planDrafts.applicationId, application.id))
  for (const [what, sent, wanted] of drafts)
    await test.step(what, async () => expectRefusal(await send(request, section(sent.section), sent), wanted))
  expect(await stored()).toEqual([])

  await test.step('the same key with another text', async () => {
    const headers = { 'idempotency-key': 'one-key-for-two-texts' }
    const first = await send(request, section(), { body: draft('First.'), headers })
    expect(first.status()).toBe(200)
    const again = await send(request, section(), { body: draft('First.'), headers })
    expect(await again.json()).toEqual(await first.json())
    const other = await send(request, section(), { body: draft('Second.', { version: 1 }), headers })
    await expectRefusal(other, { status: 422, code: 'request.repeated-differently' })
    expect(await stored()).toMatchObject([{ version: 1, content: { purpose: 'First.' } }])
  })
  await test.step('markup is text', async () => {
    const markup = '<img src=x onerror=alert(1)><script>alert(2)</script>'
    const answer = await send(request, section(), { body: draft(markup, { version: 1 }) })
    expect(answer.status()).toBe(200)
    expect(await stored()).toMatchObject([{ content: { purpose: markup } }])
  })
})

const amounts = [
  '-100000',
  '1e9',
  '1,000.00',
  '0x10',
  '',
  ' 150000',
  '9'.repeat(400),
  150000,
  null,
  {},
  '１５',
]

test('a bid', async ({ signInAs }) => {
  const { lots: made, bidders } = await makeOpenLots()
  const lotId = made[0]!.id
  const { request } = await signInAs(bidders[0]!.person)
  const bids = `/api/v1/lots/${lotId}/bids`
  const malformed: Wanted = { status: 422, code: 'bid.malformed-amount' }
  for (const maxMinor of amounts)
    await test.step(`an amount of ${JSON.stringify(maxMinor).slice(0, 20)}`, async () =>
      expectRefusal(await send(request, bids, { method: 'POST', body: { maxMinor } }), malformed))
  for (const method of ['GET', 'PUT', 'DELETE', 'PATCH'])
    await expectRefusal(await send(request, bids, { method }), { status: 405, code: 'request.wrong-method' })
  const good = { method: 'POST', body: { maxMinor: '150000' } }
  const nowhere = await send(request, bids.replace(lotId, 'lot_nowhere'), good)
  await expectRefusal(nowhere, { status: 404, code: 'thing.not-found' })
  const [lot] = await database().select().from(lots).where(eq(lots.id, lotId))
  expect(lot).toMatchObject({ bidCount: 0, priceMinor: null, leaderId: null })
})

test('a file', async ({ signInAs }) => {
  const { id: applicationId, person } = await makeApplication()
  const { request } = await signInAs(person)
  const upload = (file?: { buffer: Buffer }, title = 'Sketch') =>
    request.fetch(`/api/v1/files?application=${applicationId}`, {
      method: 'POST',
      headers: { origin: webs.first },
      multipart: {
        title,
        ...(file && { file: { name: 'a.pdf', mimeType: 'application/pdf', ...file } }),
      },
    })
  const refused = (code: string): Wanted => ({ status: 422, code, field: 'file' })
  await expectRefusal(await upload(), refused('file.missing'))
  await expectRefusal(await upload({ buffer: Buffer.alloc(0) }), refused('file.empty'))
  await expectRefusal(await upload({ buffer: Buffer.from('MZ\x90\0 a program') }), refused('file.wrong-type'))
  await expectRefusal(
    await send(request, `/api/v1/files?application=${applicationId}`, { method: 'POST', body: {} }),
    unreadable,
  )
  const elsewhere = `/api/v1/files?application=${(await makeApplication()).id}`
  for (const path of [elsewhere, '/api/v1/files?application=app_nowhere'])
    await expectRefusal(await send(request, path, { method: 'POST', body: {} }), {
      status: 404,
      code: 'thing.not-found',
    })
  const rows = await database().select().from(attachments).where(eq(attachments.applicationId, applicationId))
  expect(rows).toEqual([])
})

test('an upload is refused before its bytes are read, and nobody has more than two at once', async ({
  signInAs,
}) => {
  const { id: applicationId, person } = await makeApplication()
  const page = await signInAs(person)
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const begin = (application: string) => beginUpload(`/api/v1/files?application=${application}`, cookie)
  const foreign = begin((await makeApplication()).id)
  expect(await foreign.status).toBe(404)
  foreign.leave()
  const uploads = [begin(applicationId), begin(applicationId), begin(applicationId)]
  const refused = await Promise.race(uploads.map(async (upload) => ({ upload, status: await upload.status })))
  expect(refused.status).toBe(429)
  for (const upload of uploads) upload.leave()
  // What the other two would have been told, had they been refused as well, they never hear: they were being read.
  const others = uploads.filter((upload) => upload !== refused.upload)
  expect(await Promise.all(others.map(({ status }) => status))).toEqual([undefined, undefined])
  const whole = () =>
    page.request.fetch(`/api/v1/files?application=${applicationId}`, {
      method: 'POST',
      headers: { origin: webs.first },
      multipart: { title: 'Sketch', file: { name: 'a.pdf', mimeType: 'application/pdf', buffer: PDF } },
    })
  await expect.poll(async () => (await whole()).status()).toBe(201)
})

/** Sends the head of an upload of 20 MB and the first bytes of its body, and waits. */
function beginUpload(path: string, cookie: string) {
  const upload = httpRequest(new URL(path, webs.first), {
    method: 'POST',
    headers: {
      cookie,
      origin: webs.first,
      'content-type': 'multipart/form-data; boundary=b',
      'content-length': String(20 * 1024 * 1024),
    },
  })
  const status = new Promise<number | undefined>((resolve) => {
    upload.on('response', (response) => resolve(response.statusCode))
    upload.on('error', () => resolve(undefined))
    upload.on('close', () => resolve(undefined))
  })
  upload.write('--b\r\n')
  return { status, leave: () => upload.destroy() }
}

test('an address', async ({ signInAs }) => {
  const { request } = await signInAs((await makeApplication()).person)
  for (const path of [
    '/labels/%00',
    '/labels/%E0%A4%A',
    '/labels?q=%00',
    '/register/confirm?token=%00',
    '/portal/applications/new?lot=%00',
  ])
    expect((await request.get(path)).status(), path).toBe(400)
  for (const path of ['/api/v1/results/%00', '/api/v1/files/%00', '/api/stream?topics=lot:%00'])
    await expectRefusal(await request.get(path), unreadable)
  for (const path of ['/theme', '/zone'])
    expect((await send(request, path, { method: 'POST', body: {} })).status(), path).toBeLessThan(500)
  const broken = await send(request, '/api/auth/callback/ticket', { method: 'POST', body: '{' })
  await expectRefusal(broken, unreadable)
  expect((await send(request, '/labels', { method: 'DELETE' })).status()).toBe(405)
})
