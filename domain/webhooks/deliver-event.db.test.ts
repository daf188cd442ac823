import { createHmac } from 'node:crypto'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import { and, asc, eq } from 'drizzle-orm'
import { generate } from 'selfsigned'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeDelivery, makeWebhook } from '@/db/factories/webhooks'
import { webhookAttempts, webhookDeliveries, webhooks } from '@/db/schema/notifications'
import { mailOutbox } from '@/db/schema/system'
import { passTo } from '@/db/testing/test-clock'
import { anyone, systemActor } from '@/lib/access/actor'
import { databaseClock } from '@/lib/database-clock'
import { deliverEvent, deliverTo } from './deliver-event'
import { removeWebhook } from './remove-webhook'
import { rotateSecret } from './rotate-secret'

type Received = { headers: Record<string, string>; body: string }

const system = systemActor('send-webhooks')
const refusal = (code: string) => ({ ok: false, error: { code } })

let server: https.Server
let deliver: ReturnType<typeof deliverTo>
let answering: number
let address: string
let received: Received[]
/** What happens before the next answer. */
let meanwhile: (() => Promise<unknown>) | undefined

/** A receiver that answers with `answering`; 127.0.0.1 stands for the public internet. */
beforeAll(async () => {
  const made = await generate([{ name: 'commonName', value: 'hooks.test' }], {
    keySize: 2048,
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'hooks.test' }] }],
  })
  server = https.createServer({ key: made.private, cert: made.cert }, (asking, answer) => {
    const parts: Buffer[] = []
    asking.on('data', (part) => parts.push(part))
    asking.on('end', async () => {
      received.push({
        headers: asking.headers as Record<string, string>,
        body: Buffer.concat(parts).toString(),
      })
      const [status, wait] = [answering, meanwhile]
      meanwhile = undefined
      await wait?.()
      answer.writeHead(status, { location: 'https://elsewhere.test/' }).end('So it is.')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  deliver = deliverTo({
    resolve: async () => ['127.0.0.1'],
    permits: (address) => address === '127.0.0.1',
    ports: { 'http:': [], 'https:': [port] },
    ca: made.cert,
  })
  address = `https://hooks.test:${port}/names`
})
beforeEach(() => {
  answering = 204
  received = []
  meanwhile = undefined
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await closeDatabase()
})

async function waiting() {
  const webhook = await makeWebhook({ url: address })
  const delivery = await makeDelivery(webhook.id)
  return { ...webhook, delivery, input: { deliveryId: delivery.id } }
}
const stored = async (id: string) =>
  (await database().select().from(webhookDeliveries).where(eq(webhookDeliveries.id, id)))[0]!
const webhookOf = async (id: string) =>
  (await database().select().from(webhooks).where(eq(webhooks.id, id)))[0]!
const triesOf = (deliveryId: string) =>
  database()
    .select({ status: webhookAttempts.status, problem: webhookAttempts.problem })
    .from(webhookAttempts)
    .where(eq(webhookAttempts.deliveryId, deliveryId))
    .orderBy(asc(webhookAttempts.at))

/** As a receiver checks it, from the specification alone. */
function isSignedWith(secret: string, { headers, body }: Received): boolean {
  const text = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const expected = `v1,${createHmac('sha256', key).update(text).digest('base64')}`
  return headers['webhook-signature']!.split(' ').includes(expected)
}

describe('delivering an event', () => {
  test('does it: once, signed, with the body as it is kept, and notes the answer', async () => {
    const { id, secret, delivery, input } = await waiting()
    const answers = await Promise.all([1, 2, 3].map(() => deliver(system, input)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(received).toHaveLength(1)
    expect(received[0]!.body).toBe(delivery.body)
    expect(received[0]!.headers['webhook-id']).toBe(delivery.id)
    expect(received[0]!.headers['content-type']).toBe('application/json')
    expect(isSignedWith(secret, received[0]!)).toBe(true)
    expect(isSignedWith(secret, { ...received[0]!, body: `${delivery.body} ` })).toBe(false)
    expect(await stored(delivery.id)).toMatchObject({ state: 'delivered', tries: 1 })
    expect(await triesOf(delivery.id)).toEqual([{ status: 204, problem: '' }])
    expect((await webhookOf(id)).failingSince).toBeNull()
  })

  test('while the secret is replaced both sign', async () => {
    const { id, secret, person, input } = await waiting()
    const answer = await rotateSecret(person, { webhookId: id })
    await deliver(system, input)
    expect(isSignedWith(secret, received[0]!)).toBe(true)
    expect(answer.ok && isSignedWith(answer.value.secret, received[0]!)).toBe(true)
  })

  test('what fails is tried eight times over a day; then the webhook is disabled and its maker told', async () => {
    answering = 500
    const { id, person, delivery, input } = await waiting()
    for (let tries = 1; tries <= 8; tries++) {
      if (tries > 1) await passTo((await stored(delivery.id)).nextAt)
      expect((await webhookOf(id)).disabledAt).toBeNull()
      expect(await deliver(system, input)).toMatchObject({ ok: true, value: { delivered: false } })
    }
    expect(await stored(delivery.id)).toMatchObject({ state: 'failed', tries: 8 })
    expect(await triesOf(delivery.id)).toHaveLength(8)
    expect(new Set(received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([delivery.id]))
    expect((await webhookOf(id)).disabledAt).not.toBeNull()
    const letters = await database()
      .select()
      .from(mailOutbox)
      .where(and(eq(mailOutbox.to, person.email), eq(mailOutbox.template, 'webhook-disabled')))
    expect(letters).toHaveLength(1)
    expect(letters[0]!.text).toContain('answered 500 last')
    expect(letters[0]!.text).toContain(`/account/webhooks/${id}`)
  })

  test('a webhook that takes other events is not disabled for one that it refuses', async () => {
    answering = 400
    const { id, delivery, input } = await waiting()
    for (let tries = 1; tries <= 7; tries++) {
      await deliver(system, input)
      await passTo((await stored(delivery.id)).nextAt)
    }
    answering = 200
    const other = await makeDelivery(id)
    await passTo((await stored(other.id)).nextAt)
    expect(await deliver(system, { deliveryId: other.id })).toMatchObject({ value: { delivered: true } })
    answering = 400
    await passTo((await stored(delivery.id)).nextAt)
    expect(await deliver(system, input)).toMatchObject({ value: { disabled: false } })
    expect(await stored(delivery.id)).toMatchObject({ state: 'failed' })
    expect((await webhookOf(id)).disabledAt).toBeNull()
  })

  test('what arrives while another event is refused counts: the webhook stays on', async () => {
    const { id, delivery, input } = await waiting()
    const since = new Date((await databaseClock(database())).getTime() - 21 * 3_600_000)
    await database().update(webhooks).set({ failingSince: since }).where(eq(webhooks.id, id))
    await database().update(webhookDeliveries).set({ tries: 7 }).where(eq(webhookDeliveries.id, delivery.id))
    const other = await makeDelivery(id)
    answering = 500
    meanwhile = async () => {
      answering = 204
      expect(await deliver(system, { deliveryId: other.id })).toMatchObject({ value: { delivered: true } })
    }
    expect(await deliver(system, input)).toMatchObject({ value: { delivered: false, disabled: false } })
    expect(await stored(delivery.id)).toMatchObject({ state: 'failed', tries: 8 })
    const { disabledAt, failingSince } = await webhookOf(id)
    expect(disabledAt).toBeNull()
    expect(failingSince!.getTime()).toBeGreaterThan(since.getTime())
  })

  test('a webhook that is removed while its receiver is asked is not disabled, and nobody is told', async () => {
    answering = 410
    const { id, person, input } = await waiting()
    meanwhile = () => removeWebhook(person, { webhookId: id })
    expect(await deliver(system, input)).toMatchObject({ value: { delivered: false, disabled: false } })
    expect((await webhookOf(id)).disabledAt).toBeNull()
  })

  test('410 ends it at once; a redirect is not followed and counts as a failure', async () => {
    answering = 302
    const moved = await waiting()
    expect(await deliver(system, moved.input)).toMatchObject({ value: { delivered: false, disabled: false } })
    expect(received).toHaveLength(1)
    answering = 410
    const gone = await waiting()
    expect(await deliver(system, gone.input)).toMatchObject({ value: { disabled: true } })
    expect((await webhookOf(gone.id)).disabledAt).not.toBeNull()
  })

  test('nothing that is not public is reached, and the log says why', async () => {
    const { delivery, input } = await waiting()
    expect(await deliverEvent(system, input)).toMatchObject({ value: { delivered: false } })
    expect(received).toEqual([])
    expect(await triesOf(delivery.id)).toEqual([
      { status: null, problem: expect.stringContaining('url.port') },
    ])
  })

  test('the log of tries is never changed', async () => {
    const { input } = await waiting()
    await deliver(system, input)
    await expect(database().delete(webhookAttempts)).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  test('refuses the role: it is the system’s', async () => {
    const { person, input } = await waiting()
    expect(await deliver(person, input)).toMatchObject(refusal('access.denied'))
    expect(await deliver(anyone, input)).toMatchObject(refusal('access.signed-out'))
  })

  test('refuses the stranger: nothing of the kind, or of a webhook that is off', async () => {
    expect(await deliver(system, { deliveryId: 'msg_none' })).toMatchObject(refusal('thing.not-found'))
    const { id } = await makeWebhook({ disabled: true })
    const { id: deliveryId } = await makeDelivery(id)
    expect(await deliver(system, { deliveryId })).toMatchObject(refusal('thing.not-found'))
  })

  test('refuses the moment: it is not due', async () => {
    const { delivery, input } = await waiting()
    const later = new Date((await databaseClock(database())).getTime() + 60_000)
    await database()
      .update(webhookDeliveries)
      .set({ nextAt: later })
      .where(eq(webhookDeliveries.id, delivery.id))
    expect(await deliver(system, input)).toMatchObject(refusal('webhook.not-due'))
    expect(received).toEqual([])
  })
})
