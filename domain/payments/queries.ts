import { and, desc, eq, sql } from 'drizzle-orm'
import { ledgerEntries } from '@/db/schema/ledger'
import { organisations, users } from '@/db/schema/people'
import { bankEntries, bankFiles, invoices, onlineEvents, payments } from '@/db/schema/settlement'
import { creditOf } from '@/domain/ledger/balances'
import { query } from '@/lib/query'
import { isUnmatched } from './find-unmatched'
import { type MatchedDebit, matchDebits } from './match-debits'
import { depositors, type KnownInvoice, knownInvoices, type Sorted, sortReceipts } from './sort-receipts'
import { readStatement } from './statements/read-statement'
import type { Statement } from './statements/statement'

const LATEST = 30

type BankEntry = typeof bankEntries.$inferSelect

/** What finance has to do with money that arrived: what is unmatched, credits to send back, files, the latest payments. */
export const paymentsDesk = query('settlement.read', async ({ db }) => {
  const credit = sql<string>`-sum(${ledgerEntries.amountMinor})`
  const credits = await db
    .select({ organisationId: organisations.id, organisation: organisations.legalName, credit })
    .from(ledgerEntries)
    .innerJoin(organisations, eq(organisations.id, ledgerEntries.organisationId))
    .where(eq(ledgerEntries.account, 'customer-credit'))
    .groupBy(organisations.id, organisations.legalName)
    .having(sql`-sum(${ledgerEntries.amountMinor}) > 0`)
    .orderBy(organisations.legalName)
  return {
    unmatched: await db
      .select({ entry: bankEntries })
      .from(bankEntries)
      .where(isUnmatched(db))
      .orderBy(desc(bankEntries.bookedOn), desc(bankEntries.id)),
    credits: credits.map(({ credit: minor, ...row }) => ({ ...row, creditMinor: BigInt(minor) })),
    files: await db
      .select({
        id: bankFiles.id,
        fileName: bankFiles.fileName,
        readAt: bankFiles.readAt,
        countedAt: bankFiles.countedAt,
        reader: users.name,
      })
      .from(bankFiles)
      .innerJoin(users, eq(users.id, bankFiles.readBy))
      .orderBy(desc(bankFiles.readAt))
      .limit(LATEST),
    online: await db
      .select({
        id: onlineEvents.id,
        kind: onlineEvents.kind,
        externalId: onlineEvents.externalId,
        amountMinor: onlineEvents.amountMinor,
        happenedAt: onlineEvents.happenedAt,
        awardId: payments.awardId,
        number: invoices.number,
      })
      .from(onlineEvents)
      .leftJoin(payments, eq(payments.id, onlineEvents.paymentId))
      .leftJoin(invoices, eq(invoices.awardId, payments.awardId))
      .orderBy(desc(onlineEvents.happenedAt), desc(onlineEvents.id))
      .limit(LATEST),
    latest: await db
      .select({ payment: payments, organisation: organisations.legalName, number: invoices.number })
      .from(payments)
      .innerJoin(organisations, eq(organisations.id, payments.organisationId))
      .innerJoin(invoices, eq(invoices.awardId, payments.awardId))
      .orderBy(desc(payments.recordedAt), desc(payments.id))
      .limit(LATEST),
  }
})

export type FileToCount = {
  file: { id: string; fileName: string; sha256: string; readAt: Date; countedAt: Date | null }
  format: Statement['format']
  problems: Statement['problems']
  debits: MatchedDebit[]
} & Sorted

/** A bank file with what counting it would do, or, once it is counted, what is left of it to see (R10.2). */
export const fileToCount = query<{ bankFileId: string }, FileToCount>(
  'settlement.read',
  async ({ db, input: { bankFileId } }) => {
    const [file] = await db.select().from(bankFiles).where(eq(bankFiles.id, bankFileId))
    const statement = file && readStatement(file.content)
    if (!statement) return undefined
    const { format, problems } = statement
    const debits = await matchDebits(db, statement.debits)
    const { id, fileName, sha256, readAt, countedAt } = file
    const sorted = await sortReceipts(db, statement)
    return { file: { id, fileName, sha256, readAt, countedAt }, format, problems, debits, ...sorted }
  },
)

type EntryToAssign = {
  entry: BankEntry
  invoices: KnownInvoice[]
  applicants: Awaited<ReturnType<typeof depositors>>
}

/** A receipt that matched nothing, with the invoices and the deposits it could be for. */
export const entryToAssign = query<{ bankEntryId: string }, EntryToAssign>(
  'settlement.read',
  async ({ db, input: { bankEntryId } }) => {
    const [row] = await db
      .select({ entry: bankEntries })
      .from(bankEntries)
      .where(and(eq(bankEntries.id, bankEntryId), isUnmatched(db)))
    return row && { entry: row.entry, invoices: await knownInvoices(db), applicants: await depositors(db) }
  },
)

/** The invoices that a payment can be recorded for. */
export const invoicesToPay = query<undefined, KnownInvoice[]>('settlement.read', ({ db }) =>
  knownInvoices(db),
)

/** An organisation’s credit, to be sent back. */
export const creditToRefund = query<
  { organisationId: string },
  { organisation: string; creditMinor: bigint }
>('settlement.read', async ({ db, input: { organisationId } }) => {
  const [row] = await db
    .select({ organisation: organisations.legalName })
    .from(organisations)
    .where(eq(organisations.id, organisationId))
  const creditMinor = row ? await creditOf(db, organisationId) : 0n
  return row && creditMinor > 0n ? { ...row, creditMinor } : undefined
})
