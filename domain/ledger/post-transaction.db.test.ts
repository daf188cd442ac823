import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeOrganisation } from '@/db/factories/people'
import { makeRound } from '@/db/factories/rounds'
import { ledgerEntries, ledgerTransactions } from '@/db/schema/ledger'
import { processNow } from '@/lib/clock'
import { newId } from '@/lib/ids'
import { depositHeld } from './balances'
import { postTransaction } from './post-transaction'

afterAll(closeDatabase)

const of = { organisationId: '', roundId: '' }
beforeAll(async () => {
  of.organisationId = (await makeOrganisation()).id
  of.roundId = (await makeRound({ state: 'final' })).id
})

const post = (amountMinor: bigint, cause = newId('dep')) =>
  database().transaction((tx) =>
    postTransaction(tx, {
      kind: 'deposit-received',
      cause,
      at: processNow(),
      entries: [
        { account: 'bank', amountMinor },
        { account: 'deposits-held', amountMinor: -amountMinor, ...of },
      ],
    }),
  )

/** The named constraint that refused. */
const refusedBy = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'it went through',
    (error: { constraint_name?: string; cause?: { constraint_name?: string } }) =>
      error.constraint_name ?? error.cause?.constraint_name,
  )

describe('posting to the ledger', () => {
  test('R10.2 keeps both sides, and the balance is their sum', async () => {
    const before = await depositHeld(database(), of)
    await post(25_000n)
    await post(5_000n)
    expect(await depositHeld(database(), of)).toBe(before + 30_000n)
  })

  test('posts nothing where no money moves', async () => {
    const cause = newId('dep')
    await post(0n, cause)
    await post(1n, cause)
  })

  test('posts a cause once, of two at the same moment too', async () => {
    const cause = newId('dep')
    const before = await depositHeld(database(), of)
    const both = await Promise.allSettled([post(700n, cause), post(700n, cause)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await depositHeld(database(), of)).toBe(before + 700n)
  })

  test('never gives back more than is held, of two at the same moment too', async () => {
    const held = await depositHeld(database(), of)
    const both = await Promise.allSettled([post(-held), post(-held)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(await depositHeld(database(), of)).toBe(0n)
    expect(await refusedBy(post(-1n))).toBe('ledger_entries_covered')
  })
})

describe('the database refuses', () => {
  const write = (entries: number, amounts: readonly bigint[], id = newId('ltx')) =>
    database().transaction(async (tx) => {
      const at = processNow()
      await tx.insert(ledgerTransactions).values({ id, kind: 'refund-sent', cause: id, at, entries })
      for (const [index, amountMinor] of amounts.entries())
        await tx
          .insert(ledgerEntries)
          .values({ transactionId: id, position: index, account: 'bank', amountMinor })
    })

  test('a transaction that does not sum to zero', async () => {
    expect(await refusedBy(write(2, [1n, -2n]))).toBe('ledger_transactions_balanced')
    expect(await refusedBy(write(2, [1n, -1n]))).toBe('it went through')
  })

  test('one without its entries, and entries that come later', async () => {
    expect(await refusedBy(write(2, []))).toBe('ledger_transactions_balanced')
    const id = newId('ltx')
    await write(2, [4n, -4n], id)
    const later = database()
      .insert(ledgerEntries)
      .values([
        { transactionId: id, position: 8, account: 'bank', amountMinor: 9n },
        { transactionId: id, position: 9, account: 'bank', amountMinor: -9n },
      ])
    expect(await refusedBy(later)).toBe('ledger_transactions_balanced')
  })

  test('the sum of all accounts is zero', async () => {
    const [all] = await database().execute(sql`select sum(amount_minor)::text as sum from ledger_entries`)
    expect(all).toEqual({ sum: '0' })
  })
})
