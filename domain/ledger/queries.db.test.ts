import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { acceptAward, type MadeWinner, makeWinner } from '@/db/factories/settlement'
import type { Person } from '@/lib/access/actor'
import { databaseClock } from '@/lib/database-clock'
import { exportLedger, readAccount, readTrialBalance } from './queries'

afterAll(closeDatabase)

const made = {} as { finance: Person; winner: MadeWinner; between: Date }
beforeAll(async () => {
  made.finance = await makePerson({ roles: ['finance-officer'] })
  made.winner = await makeWinner({ prices: [1_000_000n], depositMinor: 250_000n })
  made.between = await databaseClock(database())
  await acceptAward(made.winner.awardIds[0]!)
})

describe('the ledger on screen (R10.2)', () => {
  const balance = async (before?: Date) => {
    const page = await readTrialBalance(made.finance, { before })
    expect(page?.debitMinor).toBe(page?.creditMinor)
    return Object.fromEntries(page!.accounts.map(({ account, balanceMinor }) => [account, balanceMinor]))
  }

  test('balances now, and as of an instant that was', async () => {
    expect(await balance()).toMatchObject({
      bank: 250_000n,
      receivables: 750_000n,
      'deposits-held': 0n,
      'programme-revenue': -1_000_000n,
    })
    expect(await balance(made.between)).toMatchObject({
      bank: 250_000n,
      receivables: 0n,
      'deposits-held': -250_000n,
    })
  })

  test('shows what was posted to an account, and every entry for the file', async () => {
    const page = await readAccount(made.finance, { account: 'receivables' })
    // Both were posted at the same instant.
    expect(Object.fromEntries(page!.lines.map(({ kind, amountMinor }) => [kind, amountMinor]))).toEqual({
      'deposit-applied': -250_000n,
      'invoice-issued': 1_000_000n,
    })
    expect(page?.lines[0]?.organisation).toBe(made.winner.organisation.legalName)
    expect(await readAccount(made.finance, { account: 'petty-cash' })).toBeUndefined()
    const all = await exportLedger(made.finance, {})
    expect(all?.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)).toBe(0n)
    expect(all).toHaveLength(6)
  })

  test('is for finance, officers and the auditor alone', async () => {
    for (const role of ['programme-officer', 'auditor'] as const)
      expect(await readTrialBalance(await makePerson({ roles: [role] }), {})).toBeDefined()
    for (const stranger of [made.winner.person, await makePerson({ roles: ['administrator'] })])
      for (const read of [readTrialBalance, exportLedger]) expect(await read(stranger, {})).toBeUndefined()
  })
})
