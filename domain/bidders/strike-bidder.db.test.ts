import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { makeOpenLots } from '@/db/factories/auctions'
import { makePerson } from '@/db/factories/people'
import { bidders } from '@/db/schema/auctions'
import { lots } from '@/db/schema/rounds'
import { placeBid } from '@/domain/bids/place-bid'
import { replayLot } from '@/domain/results/replay-lot'
import { strikeBidder } from './strike-bidder'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })
const reason = 'It bid for a party that may not bid.'
const readLot = async (id: string) => (await database().select().from(lots).where(eq(lots.id, id)))[0]!
const readBidder = async (id: string) =>
  (await database().select().from(bidders).where(eq(bidders.id, id)))[0]!

async function contested() {
  const auction = await makeOpenLots({ lots: 2, bidders: 3, depositMinor: 100_000n })
  const [one, two] = auction.lots.map(({ id }) => id) as [string, string]
  const [a, b, c] = auction.bidders
  await placeBid(a!.person, { lotId: one, maxMinor: '900000' })
  await placeBid(b!.person, { lotId: one, maxMinor: '950000' })
  await placeBid(a!.person, { lotId: two, maxMinor: '800000' })
  return { one, two, a: a!, b: b!, c: c! }
}

describe('does it', () => {
  test('as if it had never bid: who led before leads again, on every lot, above its limit if need be', async () => {
    const { one, two, a, b } = await contested()
    const asked = await strikeBidder(await officer(), { bidderId: b.id, reason })
    expect((await readLot(one)).leaderId).toBe(b.id)
    expect(await approve(asked, await officer())).toMatchObject({ ok: true })
    expect(await readLot(one)).toMatchObject({ leaderId: a.id, priceMinor: 100_000n })
    expect(await readLot(two)).toMatchObject({ leaderId: a.id })
    expect(await readBidder(b.id)).toMatchObject({ committedMinor: 0n, struckReason: reason })
    expect(await readBidder(a.id)).toMatchObject({ committedMinor: 1_700_000n, overLimitMinor: 700_000n })
    for (const id of [one, two])
      expect((await replayLot(database(), await readLot(id))).difference).toBeUndefined()
  })

  test('and it bids no more; the one above its limit adds nothing until it is outbid', async () => {
    const { one, two, a, b, c } = await contested()
    await approve(await strikeBidder(await officer(), { bidderId: b.id, reason }), await officer())
    expect(await placeBid(b.person, { lotId: one, maxMinor: '990000' })).toMatchObject({
      error: { code: 'bid.struck' },
    })
    expect(await placeBid(a.person, { lotId: two, maxMinor: '900000' })).toMatchObject({
      error: { code: 'bid.over-limit' },
    })
    expect((await placeBid(c.person, { lotId: one, maxMinor: '960000' })).ok).toBe(true)
    expect((await placeBid(a.person, { lotId: two, maxMinor: '900000' })).ok).toBe(true)
    expect((await readBidder(a.id)).committedMinor).toBe(900_000n)
  })
})

describe('refuses the role', () => {
  test('a finance officer, and one officer alone', async () => {
    const { b } = await contested()
    const finance = await makePerson({ roles: ['finance-officer'] })
    expect(await strikeBidder(finance, { bidderId: b.id, reason })).toMatchObject({ error: { status: 404 } })
    const first = await officer()
    expect(await approve(await strikeBidder(first, { bidderId: b.id, reason }), first)).toMatchObject({
      error: { code: 'approval.own' },
    })
  })
})

describe('refuses the stranger', () => {
  test('who is not signed in, and a bidder that is not there', async () => {
    const { b } = await contested()
    expect(await strikeBidder({ kind: 'anyone' }, { bidderId: b.id, reason })).toMatchObject({
      error: { status: 401 },
    })
    expect(await strikeBidder(await officer(), { bidderId: 'bdr_none', reason })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
  })
})

describe('refuses the moment', () => {
  test('a second time', async () => {
    const { b } = await contested()
    await approve(await strikeBidder(await officer(), { bidderId: b.id, reason }), await officer())
    expect(await strikeBidder(await officer(), { bidderId: b.id, reason })).toMatchObject({
      error: { code: 'bidder.already-struck' },
    })
  })

  test('without a reason', async () => {
    const { b } = await contested()
    expect(await strikeBidder(await officer(), { bidderId: b.id, reason: 'no' })).toMatchObject({
      error: { code: 'input.invalid', fields: { reason: 'Give the reason in a sentence.' } },
    })
  })
})
