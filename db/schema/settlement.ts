import { sql } from 'drizzle-orm'
import { check, date, index, integer, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { awards } from './awards'
import { bytes, cents, id, instant } from './columns'
import { organisations, users } from './people'
import { rounds } from './rounds'

/** Who an invoice is addressed to, as frozen with the plan (R10.2). */
export type Buyer = { legalName: string; address: string; country: string; registrationNumber: string }

/** One for each accepted award, numbered without gaps in its year (R10.2). Append-only: the PDF is made from the row. */
export const invoices = pgTable(
  'invoices',
  {
    id: id(),
    awardId: text()
      .notNull()
      .references(() => awards.id),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    year: integer().notNull(),
    sequence: integer().notNull(),
    /** Such as INV-2026-0001. */
    number: text().notNull().unique('invoices_number_key'),
    /** ISO 11649 creditor reference, with its check digits. */
    reference: text().notNull().unique('invoices_reference_key'),
    buyer: jsonb().$type<Buyer>().notNull(),
    label: text().notNull(),
    amountMinor: cents().notNull(),
    issuedAt: instant().notNull(),
    /** The award’s payment deadline when the invoice was issued; half-open. */
    dueAt: instant().notNull(),
  },
  (t) => [
    unique('invoices_award_key').on(t.awardId),
    unique('invoices_sequence_key').on(t.year, t.sequence),
    check('invoices_amount_not_negative', sql`${t.amountMinor} >= 0`),
    index('invoices_organisation').on(t.organisationId),
  ],
)

/** An invoice taken back because its award is over. Append-only. */
export const creditNotes = pgTable(
  'credit_notes',
  {
    id: id(),
    invoiceId: text()
      .notNull()
      .references(() => invoices.id),
    year: integer().notNull(),
    sequence: integer().notNull(),
    /** Such as CN-2026-0001. */
    number: text().notNull().unique('credit_notes_number_key'),
    amountMinor: cents().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    unique('credit_notes_invoice_key').on(t.invoiceId),
    unique('credit_notes_sequence_key').on(t.year, t.sequence),
  ],
)

/** A file that a finance officer brought from the bank, kept as it came. It counts once, when it is counted. */
export const bankFiles = pgTable(
  'bank_files',
  {
    id: id(),
    sha256: text().notNull(),
    fileName: text().notNull(),
    content: bytes().notNull(),
    readBy: text()
      .notNull()
      .references(() => users.id),
    readAt: instant().notNull(),
    countedBy: text().references(() => users.id),
    countedAt: instant(),
  },
  (t) => [
    unique('bank_files_sha256_key').on(t.sha256),
    check('bank_files_counted', sql`(${t.countedAt} is null) = (${t.countedBy} is null)`),
  ],
)

/** Money that arrived, as the bank tells it; once for each reference of an account. Append-only. */
export const bankEntries = pgTable(
  'bank_entries',
  {
    id: id(),
    bankFileId: text()
      .notNull()
      .references(() => bankFiles.id),
    /** The account at the bank and its reference of the entry. */
    account: text().notNull(),
    reference: text().notNull(),
    bookedOn: date().notNull(),
    amountMinor: cents().notNull(),
    payer: text().notNull(),
    /** What the payer wrote. */
    message: text().notNull(),
    countedAt: instant().notNull(),
  },
  (t) => [
    unique('bank_entries_reference_key').on(t.account, t.reference),
    check('bank_entries_amount', sql`${t.amountMinor} > 0`),
    index('bank_entries_file').on(t.bankFileId),
  ],
)

export const paymentMethods = ['bank-file', 'by-hand', 'online'] as const
export type PaymentMethod = (typeof paymentMethods)[number]

/** Money that arrived for an award, and how much of it its invoice took. Append-only (R10.2). */
export const payments = pgTable(
  'payments',
  {
    id: id(),
    awardId: text()
      .notNull()
      .references(() => awards.id),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    method: text({ enum: paymentMethods }).notNull(),
    amountMinor: cents().notNull(),
    /** What the invoice took; the rest became the customer’s credit. */
    toInvoiceMinor: cents().notNull(),
    reference: text().notNull(),
    receivedOn: date().notNull(),
    bankEntryId: text().references(() => bankEntries.id),
    recordedAt: instant().notNull(),
  },
  (t) => [
    unique('payments_bank_entry_key').on(t.bankEntryId),
    unique('payments_reference_key').on(t.awardId, t.method, t.reference, t.receivedOn),
    check('payments_amount', sql`${t.amountMinor} > 0`),
    check('payments_share', sql`${t.toInvoiceMinor} between 0 and ${t.amountMinor}`),
    index('payments_award').on(t.awardId),
    index('payments_organisation').on(t.organisationId),
  ],
)

export const onlineEventKinds = [
  'refund',
  'refund-failed',
  'dispute',
  'dispute-won',
  'payout',
  'payout-failed',
] as const
export type OnlineEventKind = (typeof onlineEventKinds)[number]

/**
 * What the payment service did with money after it arrived: paid it back, took it for a dispute and gave it again, or
 * sent it to the bank. Each once; what is of a payment stands in the ledger too (R10.2). Append-only.
 */
export const onlineEvents = pgTable(
  'online_events',
  {
    id: id(),
    kind: text({ enum: onlineEventKinds }).notNull(),
    /** The service’s own id of the refund, dispute or payout. */
    externalId: text().notNull(),
    /** None where it is of no payment that the portal knows, or of several. */
    paymentId: text().references(() => payments.id),
    amountMinor: cents().notNull(),
    /** When it happened, by the service’s clock. */
    happenedAt: instant().notNull(),
    recordedAt: instant().notNull(),
  },
  (t) => [
    unique('online_events_once').on(t.kind, t.externalId),
    check('online_events_amount', sql`${t.amountMinor} > 0`),
    index('online_events_payment').on(t.paymentId),
  ],
)

/** A customer’s credit sent back. Append-only. */
export const refunds = pgTable(
  'refunds',
  {
    id: id(),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    amountMinor: cents().notNull(),
    bankReference: text().notNull(),
    at: instant().notNull(),
  },
  (t) => [
    check('refunds_amount', sql`${t.amountMinor} > 0`),
    index('refunds_organisation').on(t.organisationId),
  ],
)

export const depositMoveKinds = ['applied', 'taken-back', 'forfeited', 'returned'] as const
export type DepositMoveKind = (typeof depositMoveKinds)[number]

/** What became of a deposit: applied to an award’s invoice, taken back from it, forfeited, returned. Append-only. */
export const depositMoves = pgTable(
  'deposit_moves',
  {
    id: id(),
    roundId: text()
      .notNull()
      .references(() => rounds.id),
    organisationId: text()
      .notNull()
      .references(() => organisations.id),
    kind: text({ enum: depositMoveKinds }).notNull(),
    /** None when it is returned. */
    awardId: text().references(() => awards.id),
    amountMinor: cents().notNull(),
    bankReference: text().notNull().default(''),
    at: instant().notNull(),
  },
  (t) => [
    unique('deposit_moves_once_per_award').on(t.awardId, t.kind),
    check('deposit_moves_amount', sql`${t.amountMinor} > 0`),
    check('deposit_moves_award', sql`(${t.awardId} is null) = (${t.kind} = 'returned')`),
    index('deposit_moves_round').on(t.roundId, t.organisationId),
  ],
)
