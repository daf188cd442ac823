import Stripe from 'stripe'
import type { OnlineEventKind } from '@/db/schema/settlement'
import { env } from '@/env'
import type { OnlineChange, OnlinePayments, OnlineReceipt, Order } from './online'

/** Stripe takes at most US$999,999.99 in one payment. */
const MOST_MINOR = 99_999_999n
const PATIENCE_MS = 8000

const CONFIRMED = ['checkout.session.completed', 'checkout.session.async_payment_succeeded']

/** Stripe Checkout: the card is entered on Stripe’s page, and its signed webhook says what was paid. */
export function stripePayments(key: string, webhookSecret: string): OnlinePayments {
  const stripe = new Stripe(key, { ...placeOf(env.STRIPE_API_URL), timeout: PATIENCE_MS, telemetry: false })
  return {
    mostMinor: MOST_MINOR,
    start: (order) => startCheckout(stripe, order),
    read(body, signature) {
      try {
        const event = stripe.webhooks.constructEvent(body, signature, webhookSecret)
        return changeOf(event) ?? receiptOf(event)
      } catch (error) {
        if (error instanceof Stripe.errors.StripeSignatureVerificationError) return 'not-signed'
        throw error
      }
    },
  }
}

/** Another address than Stripe’s own is for tests. */
function placeOf(address: string | undefined) {
  if (!address) return {}
  const { protocol, hostname, port } = new URL(address)
  return {
    host: hostname,
    protocol: protocol === 'http:' ? ('http' as const) : ('https' as const),
    ...(port && { port }),
  }
}

/** The same order asked for again within a day is the same page: two clicks do not make two. */
async function startCheckout(stripe: Stripe, order: Order): Promise<string> {
  const { awardId, invoiceNumber, label, amountMinor, returnTo } = order
  const session = await stripe.checkout.sessions.create(
    {
      mode: 'payment',
      client_reference_id: awardId,
      line_items: [
        {
          quantity: 1,
          price_data: {
            currency: 'usd',
            unit_amount: Number(amountMinor),
            product_data: { name: `${label}.org, invoice ${invoiceNumber}` },
          },
        },
      ],
      payment_intent_data: { metadata: { awardId, invoiceNumber } },
      success_url: returnTo,
      cancel_url: returnTo,
    },
    { idempotencyKey: `checkout:${awardId}:${amountMinor}` },
  )
  if (!session.url) throw new Error(`Stripe gave checkout session ${session.id} without an address.`)
  return session.url
}

function receiptOf(event: Stripe.Event): OnlineReceipt | 'nothing' {
  if (!CONFIRMED.includes(event.type)) return 'nothing'
  const session = event.data.object as Stripe.Checkout.Session
  const { payment_intent: intent, client_reference_id: awardId, amount_total: amount, currency } = session
  if (session.payment_status !== 'paid' || !awardId || !amount || !intent) return 'nothing'
  return {
    messageId: event.id,
    awardId,
    amountMinor: BigInt(amount),
    currency: currency ?? '',
    reference: typeof intent === 'string' ? intent : intent.id,
    paidAt: new Date(event.created * 1000),
  }
}

const CHANGES: Partial<Record<string, OnlineEventKind>> = {
  'refund.created': 'refund',
  'refund.failed': 'refund-failed',
  'charge.dispute.funds_withdrawn': 'dispute',
  'charge.dispute.funds_reinstated': 'dispute-won',
  'payout.paid': 'payout',
  'payout.failed': 'payout-failed',
}

/** What Stripe says of money that had arrived; undefined where the event says nothing of it. */
function changeOf(event: Stripe.Event): OnlineChange | undefined {
  const kind = CHANGES[event.type]
  if (!kind) return undefined
  const of = event.data.object as Stripe.Refund | Stripe.Dispute | Stripe.Payout
  const intent = 'payment_intent' in of ? of.payment_intent : null
  return {
    kind,
    externalId: of.id,
    reference: typeof intent === 'string' ? intent : (intent?.id ?? null),
    amountMinor: BigInt(of.amount),
    currency: of.currency,
    happenedAt: new Date(event.created * 1000),
  }
}
