import type { OnlineEventKind } from '@/db/schema/settlement'
import { env } from '@/env'
import { stripePayments } from './stripe-payments'

/** What an owner is sent to pay for. */
export type Order = {
  awardId: string
  invoiceNumber: string
  label: string
  amountMinor: bigint
  /** Where the payment service sends the payer back to. */
  returnTo: string
}

/** Money that a payment service says has arrived, once for each `reference`. */
export type OnlineReceipt = {
  /** The service’s own id of this message; the same message counts once. */
  messageId: string
  awardId: string
  amountMinor: bigint
  currency: string
  reference: string
  /** When the service received it, by its own clock. */
  paidAt: Date
}

/** What a payment service did with money afterwards, once for each `kind` and `externalId`. */
export type OnlineChange = {
  kind: OnlineEventKind
  /** The service’s own id of the refund, dispute or payout. */
  externalId: string
  /** The `reference` of the receipt it is about; none for a payout. */
  reference: string | null
  amountMinor: bigint
  currency: string
  happenedAt: Date
}

/** A payment service: it takes a payer over for an order, and says afterwards, signed, what it received. */
export type OnlinePayments = {
  /** The most that one order may ask for, in cents. */
  mostMinor: bigint
  /** @returns the address to send the payer to */
  start(order: Order): Promise<string>
  /**
   * @returns what arrived or what was done with it, nothing where the message is about something else, or that nobody of
   * theirs signed it
   */
  read(body: string, signature: string): OnlineReceipt | OnlineChange | 'nothing' | 'not-signed'
}

/** The payment service of this portal; none unless its keys are set. */
export function onlinePayments(): OnlinePayments | undefined {
  const { STRIPE_SECRET_KEY: key, STRIPE_WEBHOOK_SECRET: secret } = env
  return key && secret ? stripePayments(key, secret) : undefined
}
