import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { auditedAbout } from '@/db/factories/audited'
import { makeBuildOut, passOn } from '@/db/factories/build-out'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { acceptAward, makeWinner } from '@/db/factories/settlement'
import { awards } from '@/db/schema/awards'
import { balanceOf, creditOf, openOf } from '@/domain/ledger/balances'
import { systemActor } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { newId } from '@/lib/ids'
import { receiveOnline } from './receive-online'

afterAll(closeDatabase)

const stripe = systemActor('stripe')

async function makeCase() {
  const winner = await makeWinner({ prices: [1_000_000n] })
  const awardId = winner.awardIds[0]!
  await acceptAward(awardId)
  const input = {
    messageId: newId('evt'),
    awardId,
    amountMinor: 400_000n,
    currency: 'usd',
    reference: newId('pi'),
    paidAt: processNow(),
  }
  return { ...winner, awardId, input }
}

describe('payment.receive-online', () => {
  test('pays the invoice, once for each reference, of two at the same moment too (R10.2)', async () => {
    const { awardId, input } = await makeCase()
    const before = await balanceOf(database(), 'online-clearing', {})
    const both = await Promise.all([
      receiveOnline(stripe, input),
      receiveOnline(stripe, { ...input, messageId: newId('evt') }),
    ])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'payment.recorded' } })
    expect(await openOf(database(), awardId)).toBe(600_000n)
    expect(await auditedAbout(awardId), 'R9.3').not.toContain(input.reference)
    expect(await balanceOf(database(), 'online-clearing', {})).toBe(before + 400_000n)
  })

  test('R10.3 what was paid on the deadline or later becomes credit, what was paid before it counts', async () => {
    const { awardId, organisation, input } = await makeCase()
    const payBy = new Date(processNow().getTime() - 60_000)
    await database().update(awards).set({ payBy }).where(eq(awards.id, awardId))
    expect(await receiveOnline(stripe, { ...input, paidAt: payBy })).toMatchObject({ ok: true })
    expect(await openOf(database(), awardId)).toBe(1_000_000n)
    expect(await creditOf(database(), organisation.id)).toBe(400_000n)
    const before = { ...input, reference: newId('pi'), paidAt: new Date(payBy.getTime() - 1) }
    expect(await receiveOnline(stripe, before)).toMatchObject({ ok: true })
    expect(await openOf(database(), awardId)).toBe(600_000n)
  })

  test('R12.3 what comes in for a name that has passed on is credit of who was invoiced', async () => {
    const { awardId, organisation } = await makeBuildOut()
    const { openMinor } = await acceptAward(awardId)
    const buyer = await makeApplicant()
    await database().transaction((tx) =>
      passOn(tx, { awardId, from: organisation.id, to: buyer.organisation.id }),
    )
    const { input } = await makeCase()
    const paid = { ...input, awardId, amountMinor: openMinor + 30_000n }
    expect(await receiveOnline(stripe, paid)).toMatchObject({ ok: true })
    expect(await creditOf(database(), organisation.id)).toBe(30_000n)
    expect(await creditOf(database(), buyer.organisation.id)).toBe(0n)
  })

  test('refuses the role: whoever is not the portal itself', async () => {
    const { person, input } = await makeCase()
    for (const actor of [person, await makePerson({ roles: ['finance-officer'] })])
      expect(await receiveOnline(actor, input)).toMatchObject({ error: { code: 'access.denied' } })
  })

  test('refuses the stranger: an award that is none', async () => {
    const { input } = await makeCase()
    expect(await receiveOnline(stripe, { ...input, awardId: newId('awd') })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
  })

  test('refuses the moment: before the award is accepted, and another currency', async () => {
    const { input } = await makeCase()
    const { awardIds } = await makeWinner({ prices: [1_000_000n] })
    expect(await receiveOnline(stripe, { ...input, awardId: awardIds[0]! })).toMatchObject({
      error: { code: 'payment.no-invoice' },
    })
    expect(await receiveOnline(stripe, { ...input, currency: 'eur' })).toMatchObject({
      error: { code: 'payment.wrong-currency' },
    })
  })
})
