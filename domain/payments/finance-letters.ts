import { eq } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { invoices, type OnlineEventKind } from '@/db/schema/settlement'
import { financeOfficers } from '@/domain/roles/queries'
import { env } from '@/env'
import type { Letter } from '@/lib/mail'
import { formatMoney } from '@/lib/money'
import { nextOf, onlineEventWords } from './online-event-words'

type Happened = {
  id: string
  kind: OnlineEventKind
  /** As the payment service names it. */
  externalId: string
  amountMinor: bigint
  awardId: string | undefined
}

/**
 * Tells finance what the payment service did with money after it had arrived, and what is to be done about it (R10.2). A
 * payout that went through asks nothing of anybody.
 */
export async function onlineEventLetters(
  db: Reader,
  { id, kind, externalId, amountMinor, awardId }: Happened,
): Promise<Letter[]> {
  if (kind === 'payout') return []
  const [invoice] = awardId
    ? await db.select({ number: invoices.number }).from(invoices).where(eq(invoices.awardId, awardId))
    : []
  const { what } = onlineEventWords[kind]
  const amount = formatMoney(amountMinor)
  const about = invoice ? `, invoice ${invoice.number}` : ''
  return (await financeOfficers(db)).map(({ name, email }) => ({
    to: email,
    subject: `${what}: ${amount}${about}`,
    template: 'online-event',
    effect: `online-event:${id}:${email}`,
    text: `Dear ${name},

The payment service reports: ${what.toLowerCase()}, ${amount}${about}. ${nextOf(kind, awardId !== undefined)}

The payment service knows it as ${externalId}.

${env.PORTAL_URL}${awardId ? `/admin/awards/${awardId}` : '/admin/payments'}`,
  }))
}

/** Tells finance that money came beyond what was due, and is to be sent back (R10.2). */
export async function creditLetters(
  db: Reader,
  {
    paymentId,
    organisationId,
    creditMinor,
  }: { paymentId: string; organisationId: string; creditMinor: bigint },
): Promise<Letter[]> {
  if (creditMinor === 0n) return []
  return (await financeOfficers(db)).map(({ name, email }) => ({
    to: email,
    subject: `To be refunded: ${formatMoney(creditMinor)}`,
    template: 'refund-due',
    effect: `refund-due:${paymentId}:${email}`,
    text: `Dear ${name},

${formatMoney(creditMinor)} arrived beyond what was due, or too late to count. Send it back to the account it came from, and record the refund:

${env.PORTAL_URL}/admin/payments/refunds/${organisationId}`,
  }))
}
