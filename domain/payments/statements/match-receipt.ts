import { creditorReferencesIn } from '@/domain/invoices/creditor-reference'
import type { Receipt } from './statement'

/** An invoice as far as a payment is matched to it. */
export type Candidate = {
  awardId: string
  number: string
  reference: string
  /** What it still asks for, in cents; zero where it is paid or taken back. */
  openMinor: bigint
}

/** An application in a round that takes deposits, as far as a deposit is matched to it. */
export type Applicant = { reference: string; roundId: string; organisationId: string; organisation: string }

/** A payout that the payment service said it sent, as far as what arrives is matched to it. */
export type Payout = { eventId: string; externalId: string; amountMinor: bigint; happenedAt: Date }

export type Match<C extends Candidate> =
  | { kind: 'reference' | 'number'; invoice: C }
  | { kind: 'deposit'; applicant: Applicant }
  | { kind: 'payout'; payout: Payout }
  | { kind: 'none'; reason: string; suggestion?: C }

/**
 * Which invoice a payment is for: the one whose creditor reference the payer quoted, else the one whose number they
 * wrote; else the deposit of the applicant whose application they named; else the payout of the same amount, where the
 * bank names the payment service and the days fit. An amount alone is a suggestion that a person
 * decides on. Several invoices or applicants in one message match none.
 */
export function matchReceipt<C extends Candidate>(
  receipt: Receipt,
  invoices: readonly C[],
  applicants: readonly Applicant[] = [],
  payouts: readonly Payout[] = [],
): Match<C> {
  const quoted = creditorReferencesIn(receipt.message)
  const byReference = invoices.filter(({ reference }) => quoted.includes(reference))
  const written = receipt.message.toUpperCase().replace(/[\s-]/g, '')
  const byNumber = invoices.filter(({ number }) => hasNumber(written, number.replaceAll('-', '')))
  const named = [...new Set([...byReference, ...byNumber])]
  const depositors = new Map(
    applicants
      .filter(({ reference }) => hasNumber(written, reference.toUpperCase().replaceAll('-', '')))
      .map((each) => [`${each.roundId}|${each.organisationId}`, each]),
  )
  if (named.length + depositors.size > 1)
    return { kind: 'none', reason: 'The message names more than one thing to pay.' }
  if (byReference[0]) return { kind: 'reference', invoice: byReference[0] }
  if (byNumber[0]) return { kind: 'number', invoice: byNumber[0] }
  const [applicant] = depositors.values()
  if (applicant) return { kind: 'deposit', applicant }
  const [payout] = payouts.filter((each) => isPayout(receipt, each))
  if (payout) return { kind: 'payout', payout }
  const [suggestion, ...more] = invoices.filter(({ openMinor }) => openMinor === receipt.amountMinor)
  if (suggestion && more.length === 0)
    return {
      kind: 'none',
      reason: `No reference, but the amount is that of ${suggestion.number}.`,
      suggestion,
    }
  return { kind: 'none', reason: 'The message names no invoice.' }
}

const DAY = 86_400_000
const DAYS_UNDER_WAY = 14

/** Stripe names itself on the lines of its payouts. The bank’s day may begin before the service’s own. */
function isPayout({ payer, message, amountMinor, bookedOn }: Receipt, payout: Payout): boolean {
  const days = (Date.parse(`${bookedOn}T00:00:00Z`) - payout.happenedAt.getTime()) / DAY
  return (
    /stripe/i.test(`${payer} ${message}`) &&
    amountMinor === payout.amountMinor &&
    days > -2 &&
    days < DAYS_UNDER_WAY
  )
}

/** The number stands there with no further digit behind it: INV20260001 is not INV202600012. */
function hasNumber(written: string, number: string): boolean {
  const at = written.indexOf(number)
  return at >= 0 && !/\d/.test(written[at + number.length] ?? '')
}
