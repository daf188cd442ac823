import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { awards } from './awards'
import { cents, id, instant } from './columns'
import { organisations } from './people'
import { rounds } from './rounds'

/** The chart of accounts; `domain/ledger/chart.ts` says what each is for. */
export const ledgerAccounts = [
  'bank',
  'online-clearing',
  'receivables',
  'unmatched-receipts',
  'deposits-held',
  'customer-credit',
  'programme-revenue',
  'forfeited-deposits',
] as const
export type LedgerAccount = (typeof ledgerAccounts)[number]

export const ledgerKinds = [
  'deposit-received',
  'deposit-corrected',
  'deposit-applied',
  'deposit-taken-back',
  'deposit-forfeited',
  'deposit-returned',
  'invoice-issued',
  'invoice-credited',
  'payment-received',
  'payment-set-aside',
  'payment-reversed',
  'payment-reinstated',
  'payout-arrived',
  'receipt-unmatched',
  'receipt-to-deposit',
  'receipt-sent-back',
  'refund-sent',
] as const
export type LedgerKind = (typeof ledgerKinds)[number]

/**
 * What happened to money, once: its cause and kind are unique, so that nothing is posted twice (R10.2). Append-only; the
 * database refuses, at the commit, a transaction whose entries are not as many as it says or do not sum to zero.
 */
export const ledgerTransactions = pgTable(
  'ledger_transactions',
  {
    id: id(),
    kind: text({ enum: ledgerKinds }).notNull(),
    /** The id of the row that the money moved for: a deposit, an invoice, a payment. */
    cause: text().notNull(),
    /** When it was posted: what a balance as of an instant goes by. */
    at: instant().notNull(),
    entries: integer().notNull(),
  },
  (t) => [
    unique('ledger_transactions_cause_key').on(t.kind, t.cause),
    check('ledger_transactions_two_sides', sql`${t.entries} >= 2`),
    index('ledger_transactions_at').on(t.at),
  ],
)

/** One side of a transaction: cents above zero are debit, below zero credit. Append-only. */
export const ledgerEntries = pgTable(
  'ledger_entries',
  {
    transactionId: text().notNull(),
    position: integer().notNull(),
    account: text({ enum: ledgerAccounts }).notNull(),
    amountMinor: cents().notNull(),
    /** Whose money it is; none at the bank’s own side. */
    organisationId: text(),
    /** For deposits: the round. */
    roundId: text(),
    /** For receivables and revenue: the award. */
    awardId: text(),
  },
  (t) => [
    primaryKey({ columns: [t.transactionId, t.position] }),
    foreignKey({
      name: 'ledger_entries_transaction_fk',
      columns: [t.transactionId],
      foreignColumns: [ledgerTransactions.id],
    }),
    foreignKey({
      name: 'ledger_entries_organisation_fk',
      columns: [t.organisationId],
      foreignColumns: [organisations.id],
    }),
    foreignKey({ name: 'ledger_entries_round_fk', columns: [t.roundId], foreignColumns: [rounds.id] }),
    foreignKey({ name: 'ledger_entries_award_fk', columns: [t.awardId], foreignColumns: [awards.id] }),
    check('ledger_entries_not_zero', sql`${t.amountMinor} <> 0`),
    index('ledger_entries_account').on(t.account, t.organisationId),
    index('ledger_entries_award').on(t.awardId),
  ],
)
