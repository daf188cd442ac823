import { and, asc, desc, eq, lt, sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import {
  type LedgerAccount,
  type LedgerKind,
  ledgerAccounts,
  ledgerEntries,
  ledgerTransactions,
} from '@/db/schema/ledger'
import { organisations } from '@/db/schema/people'
import { databaseClock } from '@/lib/database-clock'
import { query } from '@/lib/query'
import { type TrialBalance, trialBalance } from './trial-balance'

const PAGE = 100

export type LedgerLine = {
  transactionId: string
  at: Date
  kind: LedgerKind
  cause: string
  account: LedgerAccount
  amountMinor: bigint
  /** Whose money it is, or whose it came from or goes to. */
  organisation: string | null
}

/** The trial balance as of an instant, by default now (R10.2). */
export const readTrialBalance = query<{ before?: Date | undefined }, TrialBalance & { before: Date }>(
  'ledger.read',
  async ({ db, input }) => {
    const before = input.before ?? (await databaseClock(db))
    return { ...(await trialBalance(db, before)), before }
  },
)

type AccountPage = {
  account: LedgerAccount
  lines: LedgerLine[]
  /** More lines than the page shows; the CSV has them all. */
  more: boolean
  balanceMinor: bigint
  before: Date
}

/** What was posted to an account before an instant, the newest first. Undefined for an account that is none. */
export const readAccount = query<{ account: string; before?: Date | undefined }, AccountPage>(
  'ledger.read',
  async ({ db, input }) => {
    const account = ledgerAccounts.find((each) => each === input.account)
    if (!account) return undefined
    const before = input.before ?? (await databaseClock(db))
    const lines = await linesOf(db, before, account)
      .orderBy(desc(ledgerTransactions.at), desc(ledgerTransactions.id), asc(ledgerEntries.position))
      .limit(PAGE + 1)
    const { accounts } = await trialBalance(db, before)
    const { balanceMinor } = accounts.find((each) => each.account === account)!
    return { account, lines: lines.slice(0, PAGE), more: lines.length > PAGE, balanceMinor, before }
  },
)

/** Every entry before an instant, or those of one account, the oldest first. */
export const exportLedger = query<{ account?: string; before?: Date | undefined }, LedgerLine[]>(
  'ledger.read',
  async ({ db, input }) => {
    const account = ledgerAccounts.find((each) => each === input.account)
    if (input.account !== undefined && !account) return undefined
    return linesOf(db, input.before ?? (await databaseClock(db)), account).orderBy(
      asc(ledgerTransactions.at),
      asc(ledgerTransactions.id),
      asc(ledgerEntries.position),
    )
  },
)

/** Of an entry that is nobody's own, such as the bank's: the one organisation on the other side, if it is one. */
const counterparty = sql`(
  select case when count(distinct o.id) = 1 then min(o.legal_name) end
  from ledger_entries other join organisations o on o.id = other.organisation_id
  where other.transaction_id = ${ledgerEntries.transactionId})`

function linesOf(db: Reader, before: Date, account?: LedgerAccount) {
  return db
    .select({
      transactionId: ledgerTransactions.id,
      at: ledgerTransactions.at,
      kind: ledgerTransactions.kind,
      cause: ledgerTransactions.cause,
      account: ledgerEntries.account,
      amountMinor: ledgerEntries.amountMinor,
      organisation: sql<string | null>`coalesce(${organisations.legalName}, ${counterparty})`,
    })
    .from(ledgerEntries)
    .innerJoin(ledgerTransactions, eq(ledgerTransactions.id, ledgerEntries.transactionId))
    .leftJoin(organisations, eq(organisations.id, ledgerEntries.organisationId))
    .where(and(lt(ledgerTransactions.at, before), account ? eq(ledgerEntries.account, account) : undefined))
    .$dynamic()
}
