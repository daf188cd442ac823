import type { Reader } from '@/db/client'
import { ownersOf } from '@/domain/applications/letters'
import { spell } from '@/domain/labels/spell'
import { env } from '@/env'
import type { Letter } from '@/lib/mail'
import { formatMoney } from '@/lib/money'
import { formatInstant } from '@/lib/time/format-instant'
import { creditLetters } from './finance-letters'
import type { Received } from './receive-payment'

/** Tells the owners what arrived, what it was taken for and what comes next, and finance what is to be sent back (R10.2). */
export async function paymentLetters(db: Reader, received: Received): Promise<Letter[]> {
  const { award, zone, organisationId, paymentId, toInvoiceMinor, creditMinor, openMinor, late, paid } =
    received
  const name = `${award.label}.org`
  const lines = [
    `We received ${formatMoney(toInvoiceMinor + creditMinor)} for ${name} (${spell(award.label)}).`,
    ...(paid ? ['The invoice is paid in full. The name goes on to your registrar.'] : []),
    ...(award.state === 'accepted' && !paid && !late
      ? [`${formatMoney(openMinor)} is still open, to be paid before ${formatInstant(award.payBy, zone)}.`]
      : []),
    ...(late
      ? [
          `It came after the deadline, ${formatInstant(award.payBy, zone)}, and cannot count. We refund it; there is nothing to do for you.`,
        ]
      : []),
    ...(creditMinor > 0n && !late
      ? [`${formatMoney(creditMinor)} is more than was due. We refund it; there is nothing to do for you.`]
      : []),
  ]
  const owners = await ownersOf(db, organisationId)
  const letters = owners.map(({ email, name: owner }) => ({
    to: email,
    subject: paid ? `Paid in full: ${name}` : `Payment received: ${name}`,
    template: 'payment-received',
    effect: `payment:${paymentId}:${email}`,
    text: `Dear ${owner},

${lines.join('\n\n')}

The receipt and what is open: ${env.PORTAL_URL}/portal/awards/${award.id}
`,
  }))
  return [...letters, ...(await creditLetters(db, received))]
}

/** Tells the owners that their credit was sent back. */
export async function refundLetters(
  db: Reader,
  refund: { id: string; organisationId: string; amountMinor: bigint; bankReference: string },
): Promise<Letter[]> {
  const owners = await ownersOf(db, refund.organisationId)
  return owners.map(({ email, name }) => ({
    to: email,
    subject: `Refund sent: ${formatMoney(refund.amountMinor)}`,
    template: 'refund-sent',
    effect: `refund:${refund.id}:${email}`,
    text: `Dear ${name},

We sent ${formatMoney(refund.amountMinor)} back to the account it came from. Our reference at the bank: ${refund.bankReference}.

It was paid beyond what was due, or for an award that is over.
`,
  }))
}
