import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { makeOpenLots } from '@/db/factories/auctions'
import { makePerson } from '@/db/factories/people'
import { bidders, lotEvents } from '@/db/schema/auctions'
import { lots } from '@/db/schema/rounds'
import { placeBid } from '@/domain/bids/place-bid'
import { replayLot } from '@/domain/results/replay-lot'
import { cancelRound } from '@/domain/rounds/cancel-round'
import { extendRound } from '@/domain/rounds/extend-round'
import { resumeRound } from '@/domain/rounds/resume-round'
import { suspendRound } from '@/domain/rounds/suspend-round'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })
const reason = 'Two registrars report slow sign-in.'
const readLot = async (id: string) => (await database().select().from(lots).where(eq(lots.id, id)))[0]!
const typesOf = async (id: string) =>
  (await database().select().from(lotEvents).where(eq(lotEvents.lotId, id)))
    .sort((a, b) => a.sequence - b.sequence)
    .map(({ type }) => type)

async function running() {
  const auction = await makeOpenLots({ lots: 2 })
  const [lot] = auction.lots
  const [first, second] = auction.bidders
  await placeBid(first!.person, { lotId: lot!.id, maxMinor: '500000' })
  const act = async (asked: ReturnType<typeof suspendRound>) => {
    const answer = await approve(await asked, await officer())
    if (!answer.ok) throw new Error(answer.error.code)
  }
  return { round: auction.round, lot: lot!, first: first!, second: second!, act }
}

describe('an interruption of a round is an event in every open lot', () => {
  test('suspended: bids are refused with the public reason; resumed: the time that was left is kept', async () => {
    const { round, lot, second, act } = await running()
    const before = await readLot(lot.id)
    await act(suspendRound(await officer(), { roundId: round.id, reason }))
    const refused = await placeBid(second.person, { lotId: lot.id, maxMinor: '900000' })
    expect(refused).toMatchObject({ error: { code: 'bid.suspended', details: { reason } } })
    expect(refused.receipt).toContain('code bid.suspended')
    await act(resumeRound(await officer(), { roundId: round.id, reason }))
    const after = await readLot(lot.id)
    expect(after.closesAt!.getTime()).toBeGreaterThan(before.closesAt!.getTime())
    expect((await placeBid(second.person, { lotId: lot.id, maxMinor: '900000' })).ok).toBe(true)
    expect(await typesOf(lot.id)).toEqual([
      'auction-opened',
      'bid-accepted',
      'auction-suspended',
      'auction-resumed',
      'close-moved',
      'bid-accepted',
    ])
    expect((await replayLot(database(), await readLot(lot.id))).difference).toBeUndefined()
  })

  test('extended: every lot closes later, and the replay shows why', async () => {
    const { round, lot, act } = await running()
    const before = await readLot(lot.id)
    await act(extendRound(await officer(), { roundId: round.id, period: 'bidding', minutes: 15, reason }))
    const after = await readLot(lot.id)
    expect(after.closesAt!.getTime() - before.closesAt!.getTime()).toBe(15 * 60_000)
    expect((await typesOf(lot.id)).at(-1)).toBe('close-moved')
    expect((await replayLot(database(), after)).difference).toBeUndefined()
  })

  test('cancelled: nobody stands committed, and nobody bids', async () => {
    const { round, lot, first, second, act } = await running()
    await act(cancelRound(await officer(), { roundId: round.id, reason }))
    const [bidder] = await database().select().from(bidders).where(eq(bidders.id, first.id))
    expect(bidder?.committedMinor).toBe(0n)
    expect(await readLot(lot.id)).toMatchObject({ state: 'cancelled', live: false })
    expect(await placeBid(second.person, { lotId: lot.id, maxMinor: '900000' })).toMatchObject({
      error: { code: 'bid.closed' },
    })
  })
})
