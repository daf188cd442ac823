import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeOpenLots } from '@/db/factories/auctions'
import { makePerson } from '@/db/factories/people'
import { bidders, lotEvents } from '@/db/schema/auctions'
import { lots } from '@/db/schema/rounds'
import { mailOutbox } from '@/db/schema/system'
import { passTo } from '@/db/testing/test-clock'
import { placeBid } from '@/domain/bids/place-bid'
import { systemActor } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { closeLot } from './close-lot'
import { dueLots } from './due-lots'

afterAll(closeDatabase)

const system = systemActor('schedule')
const noSoftClose = { windowSeconds: 0, extendSeconds: 0, hardEnd: null }
const readLot = async (id: string) => (await database().select().from(lots).where(eq(lots.id, id)))[0]!
const inMs = (milliseconds: number) => new Date(processNow().getTime() + milliseconds)

describe('does it', () => {
  test('to the leader at the price, and gives back what stood above it', async () => {
    const closesAt = inMs(4000)
    const { lots: made, bidders: people } = await makeOpenLots({ closesAt, softClose: noSoftClose })
    const lotId = made[0]!.id
    await placeBid(people[0]!.person, { lotId, maxMinor: '900000' })
    await placeBid(people[1]!.person, { lotId, maxMinor: '500000' })
    await passTo(closesAt)
    expect(await dueLots(database())).toContainEqual({ lotId, due: 'close' })
    expect(await closeLot(system, { lotId })).toMatchObject({ ok: true, value: { outcome: 'sold' } })
    const lot = await readLot(lotId)
    expect(lot).toMatchObject({
      state: 'closed',
      outcome: 'sold',
      finalPriceMinor: 550_000n,
      priceMinor: 550_000n,
    })
    expect(lot.winnerApplicationId).toMatch(/^app_/)
    const [winner] = await database().select().from(bidders).where(eq(bidders.id, people[0]!.id))
    expect(winner?.committedMinor).toBe(550_000n)
    const late = await placeBid(people[1]!.person, { lotId, maxMinor: '9000000' })
    expect(late).toMatchObject({ ok: false, error: { code: 'bid.closed' } })
    expect(late.receipt).toContain('code bid.closed')
    expect(await database().select().from(mailOutbox)).toEqual([])
  })

  test('unsold without a bid', async () => {
    const { lots: made } = await makeOpenLots({ closesAt: inMs(-1000) })
    expect(await closeLot(system, { lotId: made[0]!.id })).toMatchObject({ value: { outcome: 'unsold' } })
    expect(await readLot(made[0]!.id)).toMatchObject({ outcome: 'unsold', winnerApplicationId: null })
  })

  test('once, when several workers ask', async () => {
    const { lots: made } = await makeOpenLots({ closesAt: inMs(-1000) })
    const answers = await Promise.all([1, 2, 3, 4].map(() => closeLot(system, { lotId: made[0]!.id })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const events = await database().select().from(lotEvents).where(eq(lotEvents.lotId, made[0]!.id))
    expect(events.filter(({ type }) => type === 'auction-closed')).toHaveLength(1)
  })
})

describe('refuses the role', () => {
  test('an officer: only the clock closes bidding', async () => {
    const { lots: made } = await makeOpenLots({ closesAt: inMs(-1000) })
    const officer = await makePerson({ roles: ['programme-officer'] })
    expect(await closeLot(officer, { lotId: made[0]!.id })).toMatchObject({ error: { status: 404 } })
  })
})

describe('refuses the stranger', () => {
  test('who is not signed in, and a lot that is not there', async () => {
    expect(await closeLot({ kind: 'anyone' }, { lotId: 'lot_none' })).toMatchObject({
      error: { status: 401 },
    })
    expect(await closeLot(system, { lotId: 'lot_none' })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
  })
})

describe('refuses the moment', () => {
  test('before the close, also when a bid has just moved it', async () => {
    const closesAt = inMs(4000)
    const { lots: made, bidders: people } = await makeOpenLots({
      closesAt,
      softClose: { windowSeconds: 60, extendSeconds: 60, hardEnd: null },
    })
    const lotId = made[0]!.id
    expect(await closeLot(system, { lotId })).toMatchObject({ error: { code: 'lot.not-due' } })
    await placeBid(people[0]!.person, { lotId, maxMinor: '900000' })
    await passTo(closesAt)
    expect(await closeLot(system, { lotId })).toMatchObject({ error: { code: 'lot.not-due' } })
    const lot = await readLot(lotId)
    expect(lot.extensions).toBe(1)
    expect(lot.closesAt?.getTime()).toBeGreaterThan(closesAt.getTime() + 55_000)
  })

  test('a lot that waits', async () => {
    const { lots: made } = await makeOpenLots({ open: false })
    expect(await closeLot(system, { lotId: made[0]!.id })).toMatchObject({
      error: { code: 'lot.wrong-state' },
    })
  })
})
