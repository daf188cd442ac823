import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeQualifiedApplicant } from '@/db/factories/auctions'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { makeRound } from '@/db/factories/rounds'
import { bidders, lotBidders, lotEvents } from '@/db/schema/auctions'
import { labelMoves, labels } from '@/db/schema/labels'
import { lots, rounds } from '@/db/schema/rounds'
import { systemActor } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { dueLots } from './due-lots'
import { openLot } from './open-lot'

afterAll(closeDatabase)

const system = systemActor('schedule')
const readLot = async (id: string) => (await database().select().from(lots).where(eq(lots.id, id)))[0]!
const biddersOf = (roundId: string) => database().select().from(bidders).where(eq(bidders.roundId, roundId))

describe('does it', () => {
  test('registers everyone who qualified, once, with a paddle, a limit and the frozen score', async () => {
    const round = await makeRound({ state: 'bidding', labels: 2 })
    const [first, second] = round.lots
    const both = await makeApplicant()
    await makeQualifiedApplicant(round, first!, { applicant: both, depositMinor: 400_000n })
    await makeQualifiedApplicant(round, second!, { applicant: both, depositMinor: 100_000n })
    await makeQualifiedApplicant(round, first!, { depositMinor: 200_000_000n })
    await makeQualifiedApplicant(round, second!, { released: false })
    await makeQualifiedApplicant(round, second!)

    expect(await openLot(system, { lotId: first!.id })).toMatchObject({
      ok: true,
      value: { outcome: 'open' },
    })
    expect(await openLot(system, { lotId: second!.id })).toMatchObject({
      ok: true,
      value: { outcome: 'open' },
    })

    const registered = await biddersOf(round.id)
    expect(registered).toHaveLength(3)
    expect(new Set(registered.map(({ paddle }) => paddle)).size).toBe(3)
    for (const { paddle } of registered) expect(paddle).toBeGreaterThanOrEqual(10)
    const limits = registered.map(({ limitMinor }) => limitMinor)
    expect(limits).toContain(5_000_000n)
    expect(limits).toContain(null)
    const onFirst = await database().select().from(lotBidders).where(eq(lotBidders.lotId, first!.id))
    expect(onFirst.map(({ scoreHundredths }) => scoreHundredths)).toEqual([7500, 7500])
    const [row] = await database().select().from(rounds).where(eq(rounds.id, round.id))
    expect(row?.scoresHash).toMatch(/^[0-9a-f]{64}$/)
    const lot = await readLot(first!.id)
    expect(lot).toMatchObject({ state: 'open', sequence: 1, priceMinor: null, leaderId: null })
    expect(lot.closesAt).toEqual(round.timetable.biddingClosesAt)
  })

  test('allots at the reserve to the only one who qualified (R7.4)', async () => {
    const round = await makeRound({ state: 'bidding' })
    const { applicationId } = await makeQualifiedApplicant(round, round.lots[0]!)
    expect(await openLot(system, { lotId: round.lots[0]!.id })).toMatchObject({
      value: { outcome: 'allotted' },
    })
    const lot = await readLot(round.lots[0]!.id)
    expect(lot).toMatchObject({ state: 'closed', outcome: 'allotted', winnerApplicationId: applicationId })
    expect(lot.finalPriceMinor).toBe(lot.reserveMinor)
    const [bidder] = await biddersOf(round.id)
    expect(bidder?.committedMinor).toBe(lot.reserveMinor)
    const events = await database().select().from(lotEvents).where(eq(lotEvents.lotId, lot.id))
    expect(events.map(({ type }) => type)).toEqual(['auction-opened', 'lot-allotted'])
  })

  test('allots even when the deposit covers less than the reserve', async () => {
    const round = await makeRound({ state: 'bidding', reserveMinor: 9_000_000n })
    await makeQualifiedApplicant(round, round.lots[0]!, { depositMinor: 100n })
    expect(await openLot(system, { lotId: round.lots[0]!.id })).toMatchObject({
      value: { outcome: 'allotted' },
    })
    const [bidder] = await biddersOf(round.id)
    expect(bidder).toMatchObject({
      committedMinor: 9_000_000n,
      limitMinor: 1000n,
      overLimitMinor: 8_999_000n,
    })
  })

  test('gives the name back when nobody qualified (R7.4)', async () => {
    const round = await makeRound({ state: 'bidding' })
    const [lot] = round.lots
    expect(await openLot(system, { lotId: lot!.id })).toMatchObject({ value: { outcome: 'returned' } })
    expect(await readLot(lot!.id)).toMatchObject({ state: 'closed', outcome: 'returned', live: false })
    const [label] = await database().select().from(labels).where(eq(labels.label, lot!.label))
    expect(label?.state).toBe('released')
    const moves = await database().select().from(labelMoves).where(eq(labelMoves.label, lot!.label))
    expect(moves.at(-1)?.note).toContain('No applicant qualified')
  })

  test('once, when two workers ask at the same moment', async () => {
    const round = await makeRound({ state: 'bidding' })
    const [lot] = round.lots
    for (let each = 0; each < 2; each++) await makeQualifiedApplicant(round, lot!)
    const answers = await Promise.all([1, 2, 3, 4].map(() => openLot(system, { lotId: lot!.id })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await biddersOf(round.id)).toHaveLength(2)
    expect(await readLot(lot!.id)).toMatchObject({ sequence: 1 })
  })

  test('is due from the opening on, and not afterwards', async () => {
    const round = await makeRound({ state: 'bidding' })
    const mine = async () => (await dueLots(database())).filter(({ lotId }) => lotId === round.lots[0]!.id)
    expect(await mine()).toEqual([{ lotId: round.lots[0]!.id, due: 'open' }])
    await openLot(system, { lotId: round.lots[0]!.id })
    expect(await mine()).toEqual([])
  })
})

describe('refuses the role', () => {
  test('an officer: only the clock opens bidding', async () => {
    const round = await makeRound({ state: 'bidding' })
    const officer = await makePerson({ roles: ['programme-officer'] })
    expect(await openLot(officer, { lotId: round.lots[0]!.id })).toMatchObject({
      error: { code: 'access.denied', status: 404 },
    })
  })
})

describe('refuses the stranger', () => {
  test('who is not signed in, and a lot that is not there', async () => {
    expect(await openLot({ kind: 'anyone' }, { lotId: 'lot_none' })).toMatchObject({ error: { status: 401 } })
    expect(await openLot(system, { lotId: 'lot_none' })).toMatchObject({ error: { code: 'thing.not-found' } })
  })
})

describe('refuses the moment', () => {
  test.each(['qualified', 'suspended', 'closed', 'cancelled'] as const)('of a round in %s', async (state) => {
    const round = await makeRound({ state })
    expect(await openLot(system, { lotId: round.lots[0]!.id })).toMatchObject({
      error: { code: 'round.wrong-state', details: { state } },
    })
  })

  test('before the opening', async () => {
    const soon = new Date(processNow().getTime() + 3_600_000)
    const round = await makeRound({ state: 'bidding', timetable: { biddingOpensAt: soon } })
    expect(await openLot(system, { lotId: round.lots[0]!.id })).toMatchObject({
      error: { code: 'lot.not-due' },
    })
  })
})
