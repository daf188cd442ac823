import { and, eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { acceptAward, makeWinner } from '@/db/factories/settlement'
import { mailOutbox } from '@/db/schema/system'
import { balanceOf, creditOf, openOf } from '@/domain/ledger/balances'
import { systemActor } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { newId } from '@/lib/ids'
import { receiveOnline } from './receive-online'
import { recordOnlineEvent } from './record-online-event'

afterAll(closeDatabase)

const stripe = systemActor('stripe')

/** An invoice of US$10,000.00, and what arrived online for it. */
async function paid(amountMinor: bigint) {
  const { awardIds, organisation, person } = await makeWinner({ prices: [1_000_000n] })
  const awardId = awardIds[0]!
  await acceptAward(awardId)
  const [reference, now] = [newId('pi'), processNow()]
  const receipt = { messageId: newId('evt'), awardId, amountMinor, currency: 'usd', reference, paidAt: now }
  expect(await receiveOnline(stripe, receipt)).toMatchObject({ ok: true })
  const event = { kind: 'refund', externalId: newId('re'), reference, currency: 'usd', happenedAt: now }
  return { awardId, organisation, person, event: { ...event, amountMinor } }
}

describe('payment.record-online-event', () => {
  test('R10.2 a refund takes back credit first, then what the invoice had taken; twice at once counts once', async () => {
    const { awardId, organisation, event } = await paid(1_030_000n)
    const clearing = await balanceOf(database(), 'online-clearing', {})
    const input = { ...event, amountMinor: 50_000n }
    const both = await Promise.all([recordOnlineEvent(stripe, input), recordOnlineEvent(stripe, input)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await creditOf(database(), organisation.id)).toBe(0n)
    expect(await openOf(database(), awardId)).toBe(20_000n)
    expect(await balanceOf(database(), 'online-clearing', {})).toBe(clearing - 50_000n)
  })

  test('a dispute that is won counts for the invoice again, and finance is told of both', async () => {
    const finance = await makePerson({ roles: ['finance-officer'] })
    const { awardId, event } = await paid(400_000n)
    const dispute = { ...event, kind: 'dispute', externalId: newId('dp') }
    await recordOnlineEvent(stripe, dispute)
    expect(await openOf(database(), awardId)).toBe(1_000_000n)
    expect(await recordOnlineEvent(stripe, { ...dispute, kind: 'dispute-won' })).toMatchObject({ ok: true })
    expect(await openOf(database(), awardId)).toBe(600_000n)
    await recordOnlineEvent(stripe, { ...event, kind: 'payout', externalId: newId('po'), reference: null })
    const letters = await database()
      .select()
      .from(mailOutbox)
      .where(and(eq(mailOutbox.to, finance.email), eq(mailOutbox.template, 'online-event')))
      .orderBy(mailOutbox.id)
    expect(letters.map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^Taken for a dispute of the payer: US\$4,000\.00, invoice INV-/),
      expect.stringMatching(/^Given again after a dispute: US\$4,000\.00, invoice INV-/),
    ])
    expect(letters[0]?.text).toContain(
      `Answer the dispute at the payment service.\n\nThe payment service knows it as `,
    )
    expect(letters[0]?.text).toContain(`/admin/awards/${awardId}`)
  })

  test('what is of no payment that the portal knows is kept, and moves nothing', async () => {
    const finance = await makePerson({ roles: ['finance-officer'] })
    const { awardId, event } = await paid(400_000n)
    for (const change of [{ reference: newId('pi') }, { kind: 'payout', reference: null }])
      expect(
        await recordOnlineEvent(stripe, { ...event, externalId: newId('ext'), ...change }),
      ).toMatchObject({ ok: true })
    expect(await openOf(database(), awardId)).toBe(600_000n)
    const told = await database().select().from(mailOutbox).where(eq(mailOutbox.to, finance.email))
    expect(told.map(({ text }) => text.includes('nothing moved here'))).toEqual([true])
  })

  test('refuses the role: whoever is not the portal itself', async () => {
    const { person, event } = await paid(400_000n)
    for (const actor of [person, await makePerson({ roles: ['finance-officer'] })])
      expect(await recordOnlineEvent(actor, event)).toMatchObject({ error: { code: 'access.denied' } })
  })

  test('refuses the moment: another currency', async () => {
    const { event } = await paid(400_000n)
    expect(await recordOnlineEvent(stripe, { ...event, currency: 'eur' })).toMatchObject({
      error: { code: 'payment.wrong-currency' },
    })
  })
})
