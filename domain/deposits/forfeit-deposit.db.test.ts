import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { acceptAward, endAward, makePayment, makeWinner } from '@/db/factories/settlement'
import { creditNotes, depositMoves, invoices } from '@/db/schema/settlement'
import { balanceOf, creditOf, depositHeld, openOf } from '@/domain/ledger/balances'
import { processNow } from '@/lib/clock'
import { forfeitDeposit } from './forfeit-deposit'

afterAll(closeDatabase)

async function forfeit(awardId: string) {
  const at = processNow()
  await endAward(awardId)
  return database().transaction((tx) => forfeitDeposit(tx, { award: { id: awardId }, at }))
}

const dollars = (amount: number) => BigInt(amount) * 100n

describe('a default (R10.3)', () => {
  test('before the acceptance costs 10 % of the price, rounded down to cents; the rest stays held', async () => {
    const winner = await makeWinner({ prices: [1_234_567n], depositMinor: 300_000n })
    expect(await forfeit(winner.awardIds[0]!)).toEqual({
      forfeitedMinor: 123_456n,
      heldMinor: 176_544n,
      creditMinor: 0n,
    })
    const { organisation } = winner
    const of = { organisationId: organisation.id }
    expect(await balanceOf(database(), 'forfeited-deposits', of)).toBe(-123_456n)
  })

  test('costs no more than the deposit', async () => {
    const winner = await makeWinner({ prices: [dollars(90_000)], depositMinor: dollars(5_000) })
    expect(await forfeit(winner.awardIds[0]!)).toMatchObject({
      forfeitedMinor: dollars(5_000),
      heldMinor: 0n,
    })
    const nothing = await makeWinner({ prices: [dollars(90_000)] })
    expect(await forfeit(nothing.awardIds[0]!)).toMatchObject({ forfeitedMinor: 0n, heldMinor: 0n })
  })

  test('after the acceptance takes the invoice back, and what was paid becomes credit', async () => {
    const winner = await makeWinner({ prices: [dollars(10_000)], depositMinor: dollars(2_500) })
    const awardId = winner.awardIds[0]!
    const { invoiceId } = await acceptAward(awardId)
    await makePayment(awardId, dollars(4_000))
    expect(await forfeit(awardId)).toEqual({
      forfeitedMinor: dollars(1_000),
      heldMinor: dollars(1_500),
      creditMinor: dollars(4_000),
    })
    expect(await openOf(database(), awardId)).toBe(0n)
    expect(await balanceOf(database(), 'programme-revenue', { awardId })).toBe(0n)
    expect(await creditOf(database(), winner.organisation.id)).toBe(dollars(4_000))
    const notes = await database().select().from(creditNotes).where(eq(creditNotes.invoiceId, invoiceId))
    expect(notes).toMatchObject([
      { amountMinor: dollars(10_000), number: expect.stringMatching(/^CN-\d{4}-/) },
    ])
  })

  test('counts once', async () => {
    const winner = await makeWinner({ prices: [dollars(10_000)], depositMinor: dollars(2_500) })
    const awardId = winner.awardIds[0]!
    const both = await Promise.allSettled([forfeit(awardId), forfeit(awardId)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const of = { organisationId: winner.organisation.id, roundId: winner.roundId }
    expect(await depositHeld(database(), of)).toBe(dollars(1_500))
  })
})

describe('one deposit for several names of a round', () => {
  const of = (winner: { organisation: { id: string }; roundId: string }) => ({
    organisationId: winner.organisation.id,
    roundId: winner.roundId,
  })

  test('leaves 10 % of each other price aside at the first acceptance, and applies it at the second', async () => {
    const winner = await makeWinner({
      prices: [dollars(30_000), dollars(20_000)],
      depositMinor: dollars(10_000),
    })
    const [first, second] = winner.awardIds as [string, string]
    expect(await acceptAward(first)).toMatchObject({ openMinor: dollars(22_000) })
    expect(await depositHeld(database(), of(winner))).toBe(dollars(2_000))
    expect(await acceptAward(second)).toMatchObject({ openMinor: dollars(18_000) })
    expect(await depositHeld(database(), of(winner))).toBe(0n)
  })

  test('forfeits for each name that defaults, and never more than is held', async () => {
    const winner = await makeWinner({
      prices: [dollars(30_000), dollars(20_000), dollars(50_000)],
      depositMinor: dollars(6_000),
    })
    const [first, second, third] = winner.awardIds as [string, string, string]
    expect(await forfeit(first)).toMatchObject({ forfeitedMinor: dollars(3_000) })
    expect(await forfeit(second)).toMatchObject({ forfeitedMinor: dollars(2_000) })
    expect(await forfeit(third)).toMatchObject({ forfeitedMinor: dollars(1_000), heldMinor: 0n })
  })

  test('a default on one leaves the other’s share on its invoice', async () => {
    const winner = await makeWinner({
      prices: [dollars(30_000), dollars(20_000)],
      depositMinor: dollars(10_000),
    })
    const [first, second] = winner.awardIds as [string, string]
    await acceptAward(first)
    expect(await forfeit(second)).toMatchObject({ forfeitedMinor: dollars(2_000), heldMinor: 0n })
    expect(await openOf(database(), first)).toBe(dollars(22_000))
    expect(await forfeit(first)).toMatchObject({ forfeitedMinor: dollars(3_000), heldMinor: dollars(5_000) })
    const moves = await database().select().from(depositMoves).where(eq(depositMoves.awardId, first))
    expect(moves.map(({ kind }) => kind).sort()).toEqual(['applied', 'forfeited', 'taken-back'])
    const [invoice] = await database().select().from(invoices).where(eq(invoices.awardId, first))
    expect(invoice?.amountMinor).toBe(dollars(30_000))
  })
})
