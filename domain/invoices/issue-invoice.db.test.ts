import { desc, eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { acceptAward, makeWinner } from '@/db/factories/settlement'
import { awards } from '@/db/schema/awards'
import { invoices } from '@/db/schema/settlement'
import { balanceOf, depositHeld, openOf } from '@/domain/ledger/balances'
import { processNow } from '@/lib/clock'
import { creditorReference } from './creditor-reference'
import { issueInvoice } from './issue-invoice'

afterAll(closeDatabase)

const invoiceOf = async (awardId: string) =>
  (await database().select().from(invoices).where(eq(invoices.awardId, awardId)))[0]!
const awardOf = async (awardId: string) =>
  (await database().select().from(awards).where(eq(awards.id, awardId)))[0]!

describe('the invoice of an award (R10.2)', () => {
  test('is addressed as frozen, falls due with the award, and posts receivable and revenue', async () => {
    const { awardIds, organisation } = await makeWinner({ prices: [1_250_000n] })
    const awardId = awardIds[0]!
    const issued = await acceptAward(awardId)
    const [invoice, award] = [await invoiceOf(awardId), await awardOf(awardId)]
    expect(invoice).toMatchObject({
      number: issued.number,
      reference: creditorReference(issued.number),
      buyer: { legalName: organisation.legalName, country: 'US' },
      label: award.label,
      amountMinor: 1_250_000n,
      dueAt: award.payBy,
    })
    expect(issued).toMatchObject({ openMinor: 1_250_000n, paid: false })
    expect(await openOf(database(), awardId)).toBe(1_250_000n)
    expect(await balanceOf(database(), 'programme-revenue', { awardId })).toBe(-1_250_000n)
  })

  test('takes the deposit, and the rest stays open', async () => {
    const winner = await makeWinner({ prices: [1_000_000n], depositMinor: 300_000n })
    const awardId = winner.awardIds[0]!
    expect(await acceptAward(awardId)).toMatchObject({ openMinor: 700_000n, paid: false })
    const of = { organisationId: winner.organisation.id, roundId: winner.roundId }
    expect(await depositHeld(database(), of)).toBe(0n)
    expect((await awardOf(awardId)).state).toBe('accepted')
  })

  test('that the deposit covers makes the award paid, and no more is taken than it asks for', async () => {
    const winner = await makeWinner({ prices: [1_000_000n], depositMinor: 1_500_000n })
    const awardId = winner.awardIds[0]!
    expect(await acceptAward(awardId)).toMatchObject({ openMinor: 0n, paid: true })
    const of = { organisationId: winner.organisation.id, roundId: winner.roundId }
    expect(await depositHeld(database(), of)).toBe(500_000n)
    expect((await awardOf(awardId)).state).toBe('paid')
  })

  test('is numbered without gaps, also when many are issued at once and one is given back', async () => {
    const { awardIds } = await makeWinner({ prices: [1n, 2n, 3n, 4n, 5n].map((price) => price * 100_000n) })
    const givenBack = database().transaction(async (tx) => {
      await issueInvoice(tx, { award: { id: awardIds[4]! }, at: processNow() })
      throw new Error('given back')
    })
    await Promise.all([givenBack.catch(() => {}), ...awardIds.slice(0, 4).map((id) => acceptAward(id))])
    const rows = await database().select().from(invoices).orderBy(desc(invoices.sequence))
    expect(rows.map(({ sequence }) => sequence)).toEqual(rows.map((_, index) => rows.length - index))
  })

  test('is issued once', async () => {
    const { awardIds } = await makeWinner({ prices: [1_000_000n] })
    await acceptAward(awardIds[0]!)
    await expect(acceptAward(awardIds[0]!)).rejects.toMatchObject({
      cause: { constraint_name: 'invoices_award_key' },
    })
  })
})
