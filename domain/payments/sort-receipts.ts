import { and, asc, eq, inArray, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Reader } from '@/db/client'
import { applications, deposits } from '@/db/schema/applications'
import { awards } from '@/db/schema/awards'
import { ledgerTransactions } from '@/db/schema/ledger'
import { organisations } from '@/db/schema/people'
import { rounds } from '@/db/schema/rounds'
import { bankEntries, invoices, onlineEvents, payments } from '@/db/schema/settlement'
import { takesDeposits } from '@/domain/deposits/rules'
import { openByAward } from '@/domain/ledger/balances'
import {
  type Applicant,
  type Candidate,
  type Match,
  matchReceipt,
  type Payout,
} from './statements/match-receipt'
import type { Receipt, Statement } from './statements/statement'

export type KnownInvoice = Candidate & { label: string; buyer: string; over: boolean }

export type Sorted = {
  /** Money that counts when the file is counted, each with the invoice it is for or why it has none. */
  fresh: { receipt: Receipt; match: Match<KnownInvoice> }[]
  /** Counted before, from another file or by hand. */
  known: { receipt: Receipt; why: string }[]
}

/** Sorts what a statement says into what is new and what was counted before, and matches what is new (R10.2). */
export async function sortReceipts(db: Reader, { receipts }: Statement): Promise<Sorted> {
  const invoicesNow = await knownInvoices(db)
  const applicants = await depositors(db)
  const counted = await countedBefore(db, receipts)
  const byHand = await recordedByHand(db, receipts)
  const sorted: Sorted = { fresh: [], known: [] }
  const seen = new Set<string>()
  let payouts = await payoutsUnderWay(db)
  for (const receipt of receipts) {
    const key = keyOf(receipt)
    if (counted.has(key)) sorted.known.push({ receipt, why: 'Counted before.' })
    else if (seen.has(key)) sorted.known.push({ receipt, why: 'Stands in this file twice.' })
    else if (byHand.has(`${receipt.reference}|${receipt.amountMinor}`))
      sorted.known.push({ receipt, why: 'Recorded by hand before, with this reference and amount.' })
    else {
      const match = matchReceipt(receipt, invoicesNow, applicants, payouts)
      // A payout arrives once: another line of the same amount is another payout’s, or nobody’s.
      if (match.kind === 'payout') payouts = payouts.filter(({ eventId }) => eventId !== match.payout.eventId)
      sorted.fresh.push({ receipt, match })
    }
    seen.add(key)
  }
  return sorted
}

/** Every invoice with what it still asks for. */
export async function knownInvoices(db: Reader): Promise<KnownInvoice[]> {
  const rows = await db
    .select({ invoice: invoices, state: awards.state })
    .from(invoices)
    .innerJoin(awards, eq(awards.id, invoices.awardId))
  const open = await openByAward(db)
  return rows.map(({ invoice: { awardId, number, reference, label, buyer }, state }) => ({
    ...{ awardId, number, reference, label, buyer: buyer.legalName },
    over: state !== 'accepted',
    openMinor: open.get(awardId) ?? 0n,
  }))
}

/** Applications in rounds that take deposits at present. */
export async function depositors(db: Reader): Promise<(Applicant & { applicationId: string })[]> {
  const rows = await db
    .select({ application: applications, organisation: organisations.legalName, state: rounds.state })
    .from(applications)
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .innerJoin(rounds, eq(rounds.id, applications.roundId))
    .where(eq(applications.state, 'submitted'))
  return rows
    .filter(({ state }) => takesDeposits(state))
    .map(({ application: { id: applicationId, reference, roundId, organisationId }, organisation }) => ({
      ...{ applicationId, reference, roundId, organisationId, organisation },
    }))
}

/** Payouts that the payment service sent and the bank did not show yet, the oldest first. */
async function payoutsUnderWay(db: Reader): Promise<Payout[]> {
  const arrived = db
    .select({ one: sql`1` })
    .from(ledgerTransactions)
    .where(and(eq(ledgerTransactions.kind, 'payout-arrived'), eq(ledgerTransactions.cause, onlineEvents.id)))
  const failed = alias(onlineEvents, 'failed')
  const cameBack = db
    .select({ one: sql`1` })
    .from(failed)
    .where(and(eq(failed.kind, 'payout-failed'), eq(failed.externalId, onlineEvents.externalId)))
  const { id: eventId, externalId, amountMinor, happenedAt } = onlineEvents
  return db
    .select({ eventId, externalId, amountMinor, happenedAt })
    .from(onlineEvents)
    .where(and(eq(onlineEvents.kind, 'payout'), notExists(arrived), notExists(cameBack)))
    .orderBy(asc(happenedAt), asc(eventId))
}

const keyOf = ({ account, reference }: { account: string; reference: string }) => `${account}|${reference}`

async function countedBefore(db: Reader, receipts: readonly Receipt[]): Promise<Set<string>> {
  if (receipts.length === 0) return new Set()
  const references = receipts.map(({ reference }) => reference)
  const rows = await db.select().from(bankEntries).where(inArray(bankEntries.reference, references))
  return new Set(rows.map(keyOf))
}

async function recordedByHand(db: Reader, receipts: readonly Receipt[]): Promise<Set<string>> {
  if (receipts.length === 0) return new Set()
  const references = receipts.map(({ reference }) => reference)
  const rows = await db
    .select()
    .from(payments)
    .where(and(eq(payments.method, 'by-hand'), inArray(payments.reference, references)))
  const kept = await db.select().from(deposits).where(inArray(deposits.bankReference, references))
  return new Set([
    ...rows.map(({ reference, amountMinor }) => `${reference}|${amountMinor}`),
    ...kept.map(({ bankReference, amountMinor }) => `${bankReference}|${amountMinor}`),
  ])
}
