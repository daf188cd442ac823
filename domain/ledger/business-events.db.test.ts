import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import {
  acceptAward,
  endAward,
  type MadeWinner,
  makeDeposit,
  makePayment,
  makeWinner,
} from '@/db/factories/settlement'
import { awards } from '@/db/schema/awards'
import { depositMoves, invoices, payments } from '@/db/schema/settlement'
import { forfeitDeposit } from '@/domain/deposits/forfeit-deposit'
import { processNow } from '@/lib/clock'
import { creditOf, depositHeld, openOf } from './balances'
import { trialBalance } from './trial-balance'

afterAll(closeDatabase)

const cents = fc.bigInt({ min: 1n, max: 900_000n })
const award = fc.nat({ max: 1 })
const event = fc.oneof(
  fc.record({ what: fc.constant('deposit' as const), cents, award }),
  fc.record({ what: fc.constant('accept' as const), cents, award }),
  fc.record({ what: fc.constant('pay' as const), cents, award }),
  fc.record({ what: fc.constant('default' as const), cents, award }),
)

const stateOf = async (id: string) =>
  (await database().select({ state: awards.state }).from(awards).where(eq(awards.id, id)))[0]!.state

/** What the portal would do at this moment, if it is one for it. */
async function happen(winner: MadeWinner, { what, cents: amountMinor, award: index }: Event): Promise<void> {
  const awardId = winner.awardIds[index]!
  const state = await stateOf(awardId)
  const at = processNow()
  const of = { roundId: winner.roundId, organisationId: winner.organisation.id }
  if (what === 'deposit') await makeDeposit(of, amountMinor)
  if (what === 'accept' && state === 'offered') await acceptAward(awardId)
  if (what === 'pay') await makePayment(awardId, amountMinor)
  if (what === 'default' && (state === 'offered' || state === 'accepted')) {
    await endAward(awardId)
    await database().transaction((tx) => forfeitDeposit(tx, { award: { id: awardId }, at }))
  }
}
type Event = typeof event extends fc.Arbitrary<infer E> ? E : never

test('R10.2 whatever happens, debit equals credit and every balance is the sum of its business rows', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 3, maxLength: 12 }), cents, async (events, price) => {
      const winner = await makeWinner({ prices: [price, 400_000n] })
      let deposited = 0n
      for (const each of events) {
        await happen(winner, each)
        if (each.what === 'deposit') deposited += each.cents
      }
      const db = database()
      const { debitMinor, creditMinor } = await trialBalance(db, new Date(processNow().getTime() + 1000))
      expect(debitMinor).toBe(creditMinor)
      const organisationId = winner.organisation.id
      const moves = await db
        .select()
        .from(depositMoves)
        .where(eq(depositMoves.organisationId, organisationId))
      const moved = (kind: string, awardId?: string) =>
        moves
          .filter((move) => move.kind === kind && (!awardId || move.awardId === awardId))
          .reduce((sum, move) => sum + move.amountMinor, 0n)
      const held = deposited - moved('applied') + moved('taken-back') - moved('forfeited')
      expect(held).toBeGreaterThanOrEqual(0n)
      expect(await depositHeld(db, { organisationId, roundId: winner.roundId })).toBe(held)
      let credit = 0n
      for (const awardId of winner.awardIds) {
        const paid = await db.select().from(payments).where(eq(payments.awardId, awardId))
        const toInvoice = paid.reduce((sum, each) => sum + each.toInvoiceMinor, 0n)
        const over = (await stateOf(awardId)) === 'defaulted'
        credit += paid.reduce((sum, each) => sum + each.amountMinor - each.toInvoiceMinor, 0n)
        if (over) credit += toInvoice
        const [invoice] = await db.select().from(invoices).where(eq(invoices.awardId, awardId))
        const applied = moved('applied', awardId) - moved('taken-back', awardId)
        const open = over ? 0n : (invoice?.amountMinor ?? 0n) - applied - toInvoice
        expect(await openOf(db, awardId)).toBe(open)
        expect((await stateOf(awardId)) === 'paid').toBe(invoice !== undefined && !over && open === 0n)
      }
      expect(await creditOf(db, organisationId)).toBe(credit)
    }),
    { numRuns: 25 },
  )
}, 60_000)
