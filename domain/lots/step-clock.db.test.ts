import { asc, eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { type MadeBidder, makeOpenLots } from '@/db/factories/auctions'
import { makePerson } from '@/db/factories/people'
import { bidders, lotEvents } from '@/db/schema/auctions'
import { lots } from '@/db/schema/rounds'
import { changeEnvironment } from '@/db/testing/change-environment'
import { passTo } from '@/db/testing/test-clock'
import { strikeBidder } from '@/domain/bidders/strike-bidder'
import { placeBid } from '@/domain/bids/place-bid'
import { replayLot } from '@/domain/results/replay-lot'
import { extendRound } from '@/domain/rounds/extend-round'
import { resumeRound } from '@/domain/rounds/resume-round'
import { suspendRound } from '@/domain/rounds/suspend-round'
import { anyone, systemActor } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { dueLots } from './due-lots'
import { lotSnapshot, roomSnapshot } from './queries'
import { stepClock } from './step-clock'

changeEnvironment({ DATABASE_POOL: '5', DATABASE_BID_POOL: '3' })
afterAll(closeDatabase)

const system = systemActor('schedule')
const reason = 'Two registrars report slow sign-in.'
const officer = () => makePerson({ roles: ['programme-officer'] })
const readLot = async (id: string) => (await database().select().from(lots).where(eq(lots.id, id)))[0]!
const typesOf = async (id: string) =>
  (
    await database().select().from(lotEvents).where(eq(lotEvents.lotId, id)).orderBy(asc(lotEvents.sequence))
  ).map(({ type }) => type)
/** Rounds of an hour from US$1,000.00, each one step of US$500.00, without recess. */
const hourly = { roundMinutes: 60, recessMinutes: 0, stepsPerRound: 1 }

async function running(wanted: Parameters<typeof makeOpenLots>[0] = {}) {
  const auction = await makeOpenLots({
    format: 'ascending-clock',
    bidders: 3,
    settings: { clock: { ...hourly, ...(wanted.roundLeftMs !== undefined && { roundMinutes: 9 }) } },
    ...wanted,
  })
  const lotId = auction.lots[0]!.id
  const [a, b, c] = auction.bidders
  const bid = (bidder: MadeBidder, round: number, amountMinor: string) =>
    placeBid(bidder.person, { lotId, round, amountMinor })
  return { ...auction, lotId, a: a!, b: b!, c: c!, bid }
}

const due = async (lotId: string) => {
  await passTo((await readLot(lotId)).closesAt!)
  return stepClock(system, { lotId })
}

describe('does it', () => {
  test('round by round until one remains: it pays the highest price at which another left', async () => {
    const { lotId, a, b, c, bid } = await running({ roundLeftMs: 4000 })
    expect((await bid(a, 1, '150000')).ok).toBe(true)
    expect((await bid(b, 1, '120000')).ok).toBe(true)
    expect((await bid(c, 1, '500000')).ok).toBe(true)
    expect(await bid(b, 2, '200000')).toMatchObject({ error: { code: 'bid.not-open' } })
    expect(await bid(b, 1, '99999')).toMatchObject({ error: { code: 'bid.below-start' } })
    await passTo((await readLot(lotId)).closesAt!)
    expect(await bid(b, 1, '150000')).toMatchObject({ error: { code: 'bid.closed' } })
    expect(await dueLots(database())).toContainEqual({ lotId, due: 'step' })
    const ends = await Promise.all([1, 2, 3].map(() => stepClock(system, { lotId })))
    expect(ends.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(1)
    const after = (await typesOf(lotId)).slice(5)
    expect(after[0]).toBe('round-ended')
    expect(after.filter((type) => type === 'round-ended')).toHaveLength(1)
    if (after.length === 1) await due(lotId)
    expect((await typesOf(lotId)).filter((type) => type === 'round-opened')).toHaveLength(2)
    expect(await bid(b, 2, '250000')).toMatchObject({ error: { code: 'bid.exited' } })
    expect((await replayLot(database(), await readLot(lotId))).difference).toBeUndefined()
    const lot = await readLot(lotId)
    expect(lot).toMatchObject({ state: 'open', priceMinor: 150_000n, leaderId: null })
  })

  test('a round that everyone but a proxy lets pass ends it, and the tables equal the replay', async () => {
    const { lotId, c, bid } = await running({ roundLeftMs: 4000 })
    expect((await bid(c, 1, '500000')).ok).toBe(true)
    expect(await due(lotId)).toMatchObject({ ok: true, value: { outcome: 'sold' } })
    const lot = await readLot(lotId)
    expect(lot).toMatchObject({ state: 'closed', outcome: 'sold', finalPriceMinor: 100_000n, leaderId: c.id })
    expect((await replayLot(database(), lot)).difference).toBeUndefined()
    const accounts = await database().select().from(bidders).where(eq(bidders.roundId, lot.roundId))
    expect(accounts.map(({ committedMinor }) => committedMinor).sort()).toEqual([0n, 0n, 100_000n])
    expect(await stepClock(system, { lotId })).toMatchObject({ error: { code: 'lot.wrong-state' } })
  })

  test('everyone silent: a draw among those who left at the start, above limits if need be', async () => {
    const { lotId } = await running({ roundLeftMs: 1000, depositMinor: 5_000n })
    expect(await due(lotId)).toMatchObject({ ok: true, value: { outcome: 'sold' } })
    const lot = await readLot(lotId)
    expect(lot.finalPriceMinor).toBe(100_000n)
    expect((await replayLot(database(), lot)).difference).toBeUndefined()
  })

  test('tells everyone the number remaining and the prices, and each bidder its own place', async () => {
    const { lotId, a, b, bid } = await running({ depositMinor: 50_000n })
    const before = await lotSnapshot(anyone, { lotId })
    expect(before).toMatchObject({
      format: 'ascending-clock',
      bids: null,
      priceMinor: '100000',
      clock: { round: 1, startMinor: '100000', endMinor: '150000', state: 'round', next: null, remaining: 3 },
    })
    await bid(a, 1, '400000')
    expect(await lotSnapshot(anyone, { lotId })).toEqual(before)
    expect(await bid(a, 1, '500001')).toMatchObject({ error: { code: 'bid.over-limit' } })
    expect((await roomSnapshot(a.person, { lotId }))?.me).toMatchObject({
      place: { bidThisRound: '400000', exited: false, proxyMinor: null },
      minimumMinor: '100000',
      suggestedMinor: '150000',
    })
    const rival = JSON.stringify(await roomSnapshot(b.person, { lotId }))
    expect(rival).not.toContain('400000')
    expect(rival).not.toContain('4,000')
  })

  test('a suspension keeps what was left of the round; an extension makes it longer; a strike can end it', async () => {
    const { round, lotId, a, b, c, bid } = await running()
    const closes = async () => (await readLot(lotId)).closesAt!.getTime()
    const first = await closes()
    const act = async (asked: ReturnType<typeof suspendRound>) =>
      expect(await approve(await asked, await officer())).toMatchObject({ ok: true })
    await act(suspendRound(await officer(), { roundId: round.id, reason }))
    expect(await bid(a, 1, '150000')).toMatchObject({ error: { code: 'bid.suspended' } })
    await act(resumeRound(await officer(), { roundId: round.id, reason }))
    const second = await closes()
    expect(second).toBeGreaterThan(first)
    await act(extendRound(await officer(), { roundId: round.id, period: 'bidding', minutes: 15, reason }))
    expect((await closes()) - second).toBe(15 * 60_000)
    expect((await bid(a, 1, '150000')).ok).toBe(true)
    for (const struck of [b, c])
      await act(strikeBidder(await officer(), { bidderId: struck.id, reason: 'It bid for somebody else.' }))
    expect(await bid(b, 1, '150000')).toMatchObject({ error: { code: 'bid.struck' } })
    expect((await lotSnapshot(anyone, { lotId }))?.clock).toMatchObject({ remaining: 1 })
  })
})

describe('refuses the role', () => {
  test('an officer: only the clock goes on', async () => {
    const { lotId } = await running()
    expect(await stepClock(await officer(), { lotId })).toMatchObject({ error: { status: 404 } })
  })
})

describe('refuses the stranger', () => {
  test('who is not signed in, and a lot that is not there', async () => {
    expect(await stepClock(anyone, { lotId: 'lot_none' })).toMatchObject({ error: { status: 401 } })
    expect(await stepClock(system, { lotId: 'lot_none' })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
  })
})

describe('refuses the moment', () => {
  test('before the round is over, and a lot of another format', async () => {
    const { lotId } = await running()
    expect(await stepClock(system, { lotId })).toMatchObject({ error: { code: 'lot.not-due' } })
    const open = await makeOpenLots()
    expect(await stepClock(system, { lotId: open.lots[0]!.id })).toMatchObject({
      error: { code: 'lot.wrong-state' },
    })
  })
})

describe('many at once, five connections', { timeout: 60_000 }, () => {
  test('the same key fifty times is one bid with one answer', async () => {
    const { lotId, a } = await running()
    const once = (amountMinor: string) =>
      placeBid(a.person, { lotId, round: 1, amountMinor }, { idempotencyKey: 'the-same-key' })
    const [first, ...rest] = await Promise.all(Array.from({ length: 50 }, () => once('150000')))
    for (const { replayed: _, ...answer } of rest) expect(answer).toEqual(first)
    expect(await once('200000')).toMatchObject({ error: { code: 'request.repeated-differently' } })
    expect((await typesOf(lotId)).filter((type) => type === 'round-bid-accepted')).toHaveLength(1)
  })

  test('bids racing with the end of the round: each is before it or refused, and it ends once', async () => {
    const { lotId, bidders: people } = await running({ bidders: 12, roundLeftMs: 2000 })
    const endsAt = (await readLot(lotId)).closesAt!
    const until = endsAt.getTime() + 300
    const answers: Awaited<ReturnType<typeof placeBid>>[] = []
    const keepBidding = async (person: MadeBidder, who: number) => {
      for (let index = 0; processNow().getTime() < until; index++) {
        const amountMinor = String(100_000 + (index % 50) * 10 + who)
        answers.push(await placeBid(person.person, { lotId, round: 1, amountMinor }))
      }
    }
    const keepStepping = async () => {
      while (processNow().getTime() < until) await stepClock(system, { lotId })
    }
    await Promise.all([keepStepping(), keepStepping(), ...people.map(keepBidding)])
    await stepClock(system, { lotId })
    const accepted = answers.flatMap((answer) => (answer.ok ? [answer.value] : []))
    expect(accepted.length).toBeGreaterThan(0)
    expect(accepted.every(({ decidedAt }) => decidedAt < endsAt)).toBe(true)
    const types = await typesOf(lotId)
    expect(types.filter((type) => type === 'round-bid-accepted')).toHaveLength(accepted.length)
    expect(types.filter((type) => type === 'round-ended')).toHaveLength(1)
    const lot = await readLot(lotId)
    expect(lot).toMatchObject({ state: 'closed', outcome: 'sold' })
    expect((await replayLot(database(), lot)).difference).toBeUndefined()
    const accounts = await database().select().from(bidders).where(eq(bidders.roundId, lot.roundId))
    const sum = accounts.reduce((total, { committedMinor }) => total + committedMinor, 0n)
    expect(sum).toBe(lot.finalPriceMinor)
  })
})
