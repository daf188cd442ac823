import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { makeOpenLots } from '@/db/factories/auctions'
import { makePerson } from '@/db/factories/people'
import { bidAttempts } from '@/db/schema/auctions'
import { lots } from '@/db/schema/rounds'
import { auditLog, mailOutbox } from '@/db/schema/system'
import { replayLot } from '@/domain/results/replay-lot'
import { placeBid } from './place-bid'
import { placeBidByPhone } from './place-bid-by-phone'
import { isOurReceipt } from './receipt'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })
const callBack = 'Called back Ms Example on the number on file at 14:05 UTC.'

async function asked(wanted: Parameters<typeof makeOpenLots>[0] = {}, bid: object = { maxMinor: '700000' }) {
  const { lots: made, bidders } = await makeOpenLots(wanted)
  const lotId = made[0]!.id
  const [first, second] = bidders
  const input = { lotId, bidderId: first!.id, bid, callBack }
  return { lotId, first: first!, second: second!, input }
}

describe('does it', () => {
  test('decided at the approval, with its entry, and the receipt in a letter to the bidder', async () => {
    const { lotId, first, input } = await asked()
    const request = await placeBidByPhone(await officer(), input)
    expect(await database().select().from(bidAttempts).where(eq(bidAttempts.lotId, lotId))).toEqual([])
    const answer = await approve(request, await officer())
    expect(answer).toMatchObject({ ok: true, value: { code: 'accepted' } })
    const [lot] = await database().select().from(lots).where(eq(lots.id, lotId))
    expect(lot).toMatchObject({ leaderId: first.id })
    expect((await replayLot(database(), lot!)).difference).toBeUndefined()
    const [attempt] = await database().select().from(bidAttempts).where(eq(bidAttempts.lotId, lotId))
    expect(attempt).toMatchObject({ bidderId: first.id, byPhone: true, maxMinor: 700_000n })
    expect(attempt!.receipt).toContain('\nby telephone\n')
    expect(isOurReceipt(attempt!.receipt)).toBe(true)
    const letters = await database().select().from(mailOutbox).where(eq(mailOutbox.to, first.person.email))
    expect(letters.map(({ text }) => text.includes(attempt!.receipt))).toEqual([true])
    const [entry] = await database().select().from(auditLog).where(eq(auditLog.object, attempt!.id))
    expect(entry).toMatchObject({ kind: 'bid.place-by-phone', outcome: 'done' })
    expect(entry!.approver).not.toBeNull()
    expect(Buffer.from(entry!.payload).toString()).not.toContain('700000')
  })

  test('a bid that has become too low is an attempt with its receipt too', async () => {
    const { lotId, second, input } = await asked()
    const request = await placeBidByPhone(await officer(), input)
    await placeBid(second.person, { lotId, maxMinor: '900000' })
    await placeBid(second.person, { lotId, maxMinor: '9000000' })
    const again = { ...input, bid: { maxMinor: '100000' } }
    const low = await placeBidByPhone(await officer(), again)
    expect(await approve(request, await officer())).toMatchObject({ value: { code: 'accepted' } })
    expect(await approve(low, await officer())).toMatchObject({ value: { code: 'bid.below-minimum' } })
  })

  test('in a round of a clock', async () => {
    const clock = { roundMinutes: 60, recessMinutes: 0, stepsPerRound: 1 }
    const { input } = await asked(
      { format: 'ascending-clock', settings: { clock } },
      { round: 1, amountMinor: '150000' },
    )
    const request = await placeBidByPhone(await officer(), input)
    expect(await approve(request, await officer())).toMatchObject({ value: { code: 'accepted' } })
  })
})

describe('refuses the role', () => {
  test('a bidder, a finance officer, and one officer alone', async () => {
    const { first, input } = await asked()
    const finance = await makePerson({ roles: ['finance-officer'] })
    for (const person of [first.person, finance])
      expect(await placeBidByPhone(person, input)).toMatchObject({ error: { status: 404 } })
    const alone = await officer()
    expect(await approve(await placeBidByPhone(alone, input), alone)).toMatchObject({
      error: { code: 'approval.own' },
    })
  })
})

describe('refuses the stranger', () => {
  test('a bidder of another lot, and a lot that is not there', async () => {
    const { input } = await asked()
    const other = await asked()
    for (const wrong of [{ bidderId: other.first.id }, { lotId: 'lot_none' }])
      expect(await placeBidByPhone(await officer(), { ...input, ...wrong })).toMatchObject({
        error: { code: 'thing.not-found' },
      })
  })
})

describe('refuses the moment', () => {
  test('before the opening; and a sealed bid at any time', async () => {
    const early = await asked({ open: false })
    expect(await placeBidByPhone(await officer(), early.input)).toMatchObject({
      error: { code: 'lot.wrong-state' },
    })
    const sealed = await asked({ format: 'sealed-first-price' }, { amountMinor: '700000' })
    expect(await placeBidByPhone(await officer(), sealed.input)).toMatchObject({
      error: { code: 'bid.not-by-phone' },
    })
  })

  test('without a word on the call back', async () => {
    const { input } = await asked()
    expect(await placeBidByPhone(await officer(), { ...input, callBack: 'yes' })).toMatchObject({
      error: { code: 'input.invalid', fields: { callBack: expect.stringContaining('called back') } },
    })
  })
})
