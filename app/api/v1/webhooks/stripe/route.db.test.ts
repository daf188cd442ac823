import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import Stripe from 'stripe'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { acceptAward, makeWinner } from '@/db/factories/settlement'
import { changeEnvironment } from '@/db/testing/change-environment'
import { openOf } from '@/domain/ledger/balances'
import { onlinePayments } from '@/domain/payments/online'
import { paymentsDesk } from '@/domain/payments/queries'
import { processNow } from '@/lib/clock'
import { newId } from '@/lib/ids'
import { POST } from './route'

const SECRET = 'whsec_trial'
const asked: { path: string; body: URLSearchParams; key: string }[] = []

/** A server in Stripe’s place. */
const server = createServer(async (request, response) => {
  asked.push({
    path: request.url ?? '',
    body: new URLSearchParams(await textOf(request)),
    key: String(request.headers['idempotency-key']),
  })
  response.setHeader('content-type', 'application/json')
  response.end(
    JSON.stringify({
      id: 'cs_test_1',
      object: 'checkout.session',
      url: 'https://checkout.stripe.example/pay',
    }),
  )
})

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString()
}

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  changeEnvironment({
    STRIPE_SECRET_KEY: 'sk_test_trial',
    STRIPE_WEBHOOK_SECRET: SECRET,
    STRIPE_API_URL: `http://127.0.0.1:${port}`,
  })
})
afterAll(async () => {
  server.close()
  await closeDatabase()
})

async function makeInvoice() {
  const { awardIds } = await makeWinner({ prices: [1_000_000n] })
  await acceptAward(awardIds[0]!)
  return awardIds[0]!
}

/** A webhook as Stripe sends it, signed by the library’s own maker of signatures. */
async function send(
  awardId: string,
  change: { type?: string; session?: object; secret?: string; at?: number; paidAt?: Date } = {},
) {
  const payload = JSON.stringify({
    id: newId('evt'),
    object: 'event',
    created: Math.floor((change.paidAt ?? processNow()).getTime() / 1000),
    type: change.type ?? 'checkout.session.completed',
    data: {
      object: {
        ...{ id: 'cs_test_1', object: 'checkout.session', payment_status: 'paid', currency: 'usd' },
        ...{ client_reference_id: awardId, amount_total: 400_000, payment_intent: `pi_${awardId}` },
        ...change.session,
      },
    },
  })
  const signature = Stripe.webhooks.generateTestHeaderString({
    payload,
    secret: change.secret ?? SECRET,
    ...(change.at !== undefined && { timestamp: change.at }),
  })
  const request = () =>
    new Request('http://portal/api/v1/webhooks/stripe', {
      method: 'POST',
      headers: { 'stripe-signature': signature },
      body: payload,
    })
  return { answer: await POST(request()), again: () => POST(request()), payload, signature }
}

describe('an order', () => {
  test('sends the payer to Stripe for what is open, the same page for the same order', async () => {
    const order = {
      ...{ awardId: 'awd_1', invoiceNumber: 'INV-2026-0001', label: 'q7', amountMinor: 125_000n },
      returnTo: 'http://portal/portal/awards/awd_1',
    }
    expect(await onlinePayments()!.start(order)).toBe('https://checkout.stripe.example/pay')
    await onlinePayments()!.start(order)
    const [first, second] = asked
    expect(first?.path).toBe('/v1/checkout/sessions')
    expect(Object.fromEntries(first!.body)).toMatchObject({
      client_reference_id: 'awd_1',
      'line_items[0][price_data][unit_amount]': '125000',
      'line_items[0][price_data][currency]': 'usd',
    })
    expect(second?.key).toBe(first?.key)
  })
})

describe('the webhook', () => {
  test('counts what was paid, and the same message once', async () => {
    const awardId = await makeInvoice()
    const { answer, again } = await send(awardId)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({ counted: true })
    expect(await (await again()).json()).toEqual({ counted: false })
    expect(await openOf(database(), awardId)).toBe(600_000n)
  })

  test('R10.3 counts by when it was paid, by the service’s clock', async () => {
    const awardId = await makeInvoice()
    const { answer } = await send(awardId, { paidAt: new Date('2100-01-01T00:00:00Z') })
    expect(answer.status).toBe(200)
    expect(await openOf(database(), awardId)).toBe(1_000_000n)
  })

  test('refuses a wrong signature, an old one, and a body that was changed', async () => {
    const awardId = await makeInvoice()
    expect((await send(awardId, { secret: 'whsec_other' })).answer.status).toBe(400)
    expect((await send(awardId, { at: 1_700_000_000 })).answer.status).toBe(400)
    const { payload, signature } = await send(awardId, { type: 'charge.updated' })
    const changed = new Request('http://portal/api/v1/webhooks/stripe', {
      method: 'POST',
      headers: { 'stripe-signature': signature },
      body: payload.replace('charge.updated', 'checkout.session.completed'),
    })
    expect((await POST(changed)).status).toBe(400)
    expect(await openOf(database(), awardId)).toBe(1_000_000n)
  })

  test('lets pass what is not paid yet or about something else', async () => {
    const awardId = await makeInvoice()
    for (const change of [{ session: { payment_status: 'unpaid' } }, { type: 'customer.created' }]) {
      const { answer } = await send(awardId, change)
      expect(await answer.json()).toEqual({ counted: false })
    }
    expect(await openOf(database(), awardId)).toBe(1_000_000n)
  })

  test('writes down refunds, disputes and payouts, each once', async () => {
    const awardId = await makeInvoice()
    await send(awardId)
    const about = (type: string, object: object) => send(awardId, { type, session: object })
    const intent = { payment_intent: `pi_${awardId}` }
    const refund = { id: newId('re'), amount: 100_000, ...intent }
    const { answer, again } = await about('refund.created', refund)
    expect(await answer.json()).toEqual({ counted: true })
    expect(await (await again()).json()).toEqual({ counted: false })
    expect(await openOf(database(), awardId)).toBe(700_000n)
    const dispute = { id: newId('dp'), amount: 300_000, ...intent }
    await about('charge.dispute.funds_withdrawn', dispute)
    expect(await openOf(database(), awardId)).toBe(1_000_000n)
    await about('charge.dispute.funds_reinstated', dispute)
    expect(await openOf(database(), awardId)).toBe(700_000n)
    const payout = { id: newId('po'), amount: 200_000, payment_intent: undefined }
    expect(await (await about('payout.paid', payout)).answer.json()).toEqual({ counted: true })
    const desk = await paymentsDesk(await makePerson({ roles: ['finance-officer'] }), undefined)
    expect(
      desk?.online
        .slice(0, 4)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(['dispute', 'dispute-won', 'payout', 'refund'])
  })

  test('is not there without its keys', async () => {
    const { again } = await send(await makeInvoice())
    changeEnvironment({ STRIPE_SECRET_KEY: '', STRIPE_WEBHOOK_SECRET: '' })
    expect((await again()).status).toBe(404)
    expect(onlinePayments()).toBeUndefined()
  })
})
