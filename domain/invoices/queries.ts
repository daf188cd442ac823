import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { awards } from '@/db/schema/awards'
import { organisations } from '@/db/schema/people'
import { creditNotes, depositMoves, invoices, payments } from '@/db/schema/settlement'
import { openByAward, openOf } from '@/domain/ledger/balances'
import type { Person } from '@/lib/access/actor'
import { query } from '@/lib/query'

type Invoice = typeof invoices.$inferSelect
type Payment = typeof payments.$inferSelect

/** Those who see the money of every award; members see that of their own organisations. */
const seesAll = (actor: Person) =>
  actor.roles.some((role) => ['finance-officer', 'programme-officer', 'auditor'].includes(role))
const ownOnly = (actor: Person) =>
  seesAll(actor)
    ? undefined
    : inArray(
        invoices.organisationId,
        actor.memberships.map(({ organisationId }) => organisationId),
      )

/** Invoices and receipts as files are for an organisation’s owners, finance and the auditor. */
function mayDownload(actor: Person, organisationId: string): boolean {
  return (
    actor.roles.some((role) => role === 'finance-officer' || role === 'auditor') ||
    actor.memberships.some((held) => held.organisationId === organisationId && held.role === 'owner')
  )
}

export type AwardMoney = {
  invoice: Invoice
  payments: Payment[]
  /** What of the deposit is on the invoice, and what is still open, in cents. */
  appliedMinor: bigint
  openMinor: bigint
  payBy: Date
  creditNote: { number: string; at: Date } | undefined
  mayDownload: boolean
}

/** The invoice of an award with what arrived for it and what is open (R10.2). Undefined until it is accepted. */
export const moneyOfAward = query<{ awardId: string }, AwardMoney>(
  'invoices.read',
  async ({ db, actor, input: { awardId } }) => {
    const [row] = await db
      .select({ invoice: invoices, payBy: awards.payBy, number: creditNotes.number, at: creditNotes.at })
      .from(invoices)
      .innerJoin(awards, eq(awards.id, invoices.awardId))
      .leftJoin(creditNotes, eq(creditNotes.invoiceId, invoices.id))
      .where(and(eq(invoices.awardId, awardId), ownOnly(actor)))
    if (!row) return undefined
    const paid = await db
      .select()
      .from(payments)
      .where(eq(payments.awardId, awardId))
      .orderBy(asc(payments.recordedAt))
    return {
      invoice: row.invoice,
      payments: paid,
      appliedMinor: await appliedAtIssue(db, awardId),
      openMinor: await openOf(db, awardId),
      payBy: row.payBy,
      creditNote: row.number && row.at ? { number: row.number, at: row.at } : undefined,
      mayDownload: mayDownload(actor, row.invoice.organisationId),
    }
  },
)

/** What an invoice’s PDF is made of; for an owner of its organisation, finance and the auditor. */
export const invoiceToDownload = query<{ invoiceId: string }, { invoice: Invoice; appliedMinor: bigint }>(
  'invoices.read',
  async ({ db, actor, input: { invoiceId } }) => {
    const [invoice] = await db.select().from(invoices).where(eq(invoices.id, invoiceId))
    if (!invoice || !mayDownload(actor, invoice.organisationId)) return undefined
    return { invoice, appliedMinor: await appliedAtIssue(db, invoice.awardId) }
  },
)

/** What a payment’s receipt is made of; for the same people. */
export const receiptToDownload = query<{ paymentId: string }, { payment: Payment; invoice: Invoice }>(
  'invoices.read',
  async ({ db, actor, input: { paymentId } }) => {
    const [row] = await db
      .select({ payment: payments, invoice: invoices })
      .from(payments)
      .innerJoin(invoices, eq(invoices.awardId, payments.awardId))
      .where(eq(payments.id, paymentId))
    return row && mayDownload(actor, row.invoice.organisationId) ? row : undefined
  },
)

export type Payable = { awardId: string; invoiceNumber: string; label: string; amountMinor: bigint }

/** What an owner may pay online: what is open of an award that waits for payment. */
export const payableOnline = query<{ awardId: string }, Payable>(
  'invoices.read',
  async ({ db, actor, input: { awardId } }) => {
    const owned = actor.memberships.filter(({ role }) => role === 'owner')
    const [row] = await db
      .select({ number: invoices.number, label: invoices.label })
      .from(invoices)
      .innerJoin(awards, eq(awards.id, invoices.awardId))
      .where(
        and(
          eq(invoices.awardId, awardId),
          eq(awards.state, 'accepted'),
          inArray(
            invoices.organisationId,
            owned.map(({ organisationId }) => organisationId),
          ),
        ),
      )
    const amountMinor = row ? await openOf(db, awardId) : 0n
    return row && amountMinor > 0n
      ? { awardId, invoiceNumber: row.number, label: row.label, amountMinor }
      : undefined
  },
)

export type InvoiceLine = Invoice & {
  organisation: string
  openMinor: bigint
  credited: boolean
  payBy: Date
}

/** Every invoice, the newest first, with what is open (R10.2). */
export const allInvoices = query<undefined, InvoiceLine[]>('settlement.read', async ({ db }) => {
  const rows = await db
    .select({
      invoice: invoices,
      organisation: organisations.legalName,
      noteId: creditNotes.id,
      payBy: awards.payBy,
    })
    .from(invoices)
    .innerJoin(organisations, eq(organisations.id, invoices.organisationId))
    .innerJoin(awards, eq(awards.id, invoices.awardId))
    .leftJoin(creditNotes, eq(creditNotes.invoiceId, invoices.id))
    .orderBy(desc(invoices.year), desc(invoices.sequence))
  const open = await openByAward(db)
  return rows.map(({ invoice, organisation, noteId, payBy }) => ({
    ...invoice,
    organisation,
    payBy,
    credited: noteId !== null,
    openMinor: open.get(invoice.awardId) ?? 0n,
  }))
})

/** What of the deposit was put on the invoice when it was issued, in cents; it never changes. */
async function appliedAtIssue(db: Reader, awardId: string): Promise<bigint> {
  const [move] = await db
    .select({ minor: depositMoves.amountMinor })
    .from(depositMoves)
    .where(and(eq(depositMoves.awardId, awardId), eq(depositMoves.kind, 'applied')))
  return move?.minor ?? 0n
}
