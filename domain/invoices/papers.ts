import type { invoices, payments } from '@/db/schema/settlement'
import { spell } from '@/domain/labels/spell'
import { countryName } from '@/domain/organisations/countries'
import { env } from '@/env'
import { formatMoney } from '@/lib/money'
import type { Paper } from '@/lib/pdf/render-paper'
import { formatCalendarDay, formatDay, formatInstant } from '@/lib/time/format-instant'
import { inGroups } from './creditor-reference'

type Invoice = typeof invoices.$inferSelect
type Payment = typeof payments.$inferSelect

const plain = (minor: bigint) => formatMoney(minor).replace('US$', '')

const seller = () => [
  'Public Interest Registry',
  'Single and Two Character Phased Allocation Program of .ORG',
  env.PROGRAMME_EMAIL,
]

const buyer = ({ buyer: { legalName, registrationNumber, address, country } }: Invoice) => [
  legalName,
  ...address.split('\n'),
  countryName(country) ?? country,
  ...(registrationNumber === '' ? [] : [`Registration number ${registrationNumber}`]),
]

/** How an invoice is paid, in words; the same on the paper and on the screen. */
export function howToPay({ reference }: { reference: string }): string {
  const account =
    env.BANK_DETAILS ?? `the account that the programme names on request (${env.PROGRAMME_EMAIL})`
  return `By wire in US dollars to ${account}. Quote the reference ${inGroups(reference)} and nothing else, so that the payment finds this invoice. The money must have been received before the deadline; what arrives later does not count. Bank fees are yours. If details of another account reach you by mail, do not use them: ask us first.`
}

/** An invoice as issued. It is made of its row and of what the deposit paid at once, so it never changes. */
export function invoicePaper(invoice: Invoice, appliedMinor: bigint): Paper {
  const deposit = appliedMinor > 0n ? [{ what: 'Less deposit applied', amount: plain(-appliedMinor) }] : []
  return {
    title: `Invoice ${invoice.number}`,
    at: invoice.issuedAt,
    from: seller(),
    to: buyer(invoice),
    facts: [
      { what: 'Date', value: formatDay(invoice.issuedAt, 'UTC') },
      { what: 'To be paid before', value: formatInstant(invoice.dueAt, 'UTC') },
      { what: 'Reference', value: inGroups(invoice.reference) },
    ],
    lines: [
      {
        what: `Award of ${invoice.label}.org (${spell(invoice.label)})`,
        amount: plain(invoice.amountMinor),
      },
      ...deposit,
    ],
    total: { what: 'To pay', amount: plain(invoice.amountMinor - appliedMinor) },
    notes: [
      { head: 'How to pay', text: howToPay(invoice) },
      {
        head: 'What arrived',
        text: 'Payments and what is still open stand on the page of the award in the portal. Part payments add up; what is paid beyond the amount is refunded.',
      },
    ],
  }
}

/** A receipt for one payment. */
export function receiptPaper(payment: Payment, invoice: Invoice): Paper {
  const beyond = payment.amountMinor - payment.toInvoiceMinor
  const how = { 'bank-file': 'By bank', 'by-hand': 'By bank', online: 'Online' }[payment.method]
  return {
    title: `Receipt for a payment on invoice ${invoice.number}`,
    at: payment.recordedAt,
    from: seller(),
    to: buyer(invoice),
    facts: [
      { what: 'Received', value: `${formatCalendarDay(payment.receivedOn)}, ${how.toLowerCase()}` },
      { what: 'Bank reference', value: payment.reference },
      { what: 'For', value: `${invoice.label}.org (${spell(invoice.label)})` },
    ],
    lines: [
      { what: `Taken by invoice ${invoice.number}`, amount: plain(payment.toInvoiceMinor) },
      ...(beyond > 0n ? [{ what: 'Beyond what was due, to be refunded', amount: plain(beyond) }] : []),
    ],
    total: { what: 'Received', amount: plain(payment.amountMinor) },
    notes: [],
  }
}
