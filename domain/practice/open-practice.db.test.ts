import { eq, sql } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeQualifiedApplicant } from '@/db/factories/auctions'
import { makePerson } from '@/db/factories/people'
import { makeRound } from '@/db/factories/rounds'
import { bidders, results } from '@/db/schema/auctions'
import { labelMoves } from '@/db/schema/labels'
import { type AuctionFormat, auctionFormats, lots, rounds } from '@/db/schema/rounds'
import { dueBots } from '@/domain/bidders/due-bots'
import { placeBid } from '@/domain/bids/place-bid'
import { roundsWithDeposits } from '@/domain/deposits/queries'
import { openLot } from '@/domain/lots/open-lot'
import { lotSnapshot, pricesOf, roomSnapshot } from '@/domain/lots/queries'
import { controlRoom } from '@/domain/rounds/control-queries'
import { phasesForOfficers, roundForOfficers } from '@/domain/rounds/officer-queries'
import { publicRounds } from '@/domain/rounds/public-queries'
import { suspendRound } from '@/domain/rounds/suspend-round'
import { mayWatch } from '@/domain/topics/may-watch'
import { systemActor } from '@/lib/access/actor'
import { openPractice } from './open-practice'
import { practiceOfRound } from './queries'

afterAll(closeDatabase)

const system = systemActor('schedule')
const anyone = { kind: 'anyone' } as const

async function applicantOf(
  state: 'applications' | 'closed' = 'applications',
  format: AuctionFormat = 'open-ascending',
) {
  const round = await makeRound({ state, format })
  return { round, ...(await makeQualifiedApplicant(round, round.lots[0]!)) }
}

/** A practice whose names are open. */
async function runningPractice(format?: AuctionFormat) {
  const made = await applicantOf('applications', format)
  const answer = await openPractice(made.person, { roundId: made.round.id })
  if (!answer.ok) throw new Error(answer.error.code)
  const { practiceId } = answer.value
  await database()
    .update(rounds)
    .set({ biddingOpensAt: sql`clock_timestamp()` })
    .where(eq(rounds.id, practiceId))
  const names = await database().select().from(lots).where(eq(lots.roundId, practiceId))
  for (const { id } of names) expect(await openLot(system, { lotId: id })).toMatchObject({ ok: true })
  return { ...made, practiceId, lotId: names[0]!.id }
}

describe('does it', () => {
  test('opens two invented names with three bots, beside the round and of no label', async () => {
    const { round, person, organisation } = await applicantOf()
    const moves = await database().$count(labelMoves)
    const answer = await openPractice(person, { roundId: round.id })
    if (!answer.ok) throw new Error(answer.error.code)
    const { practiceId } = answer.value
    const [row] = await database().select().from(rounds).where(eq(rounds.id, practiceId))
    expect(row).toMatchObject({ practiceOf: round.id, practice: true, state: 'bidding', approvedAt: null })
    const names = await database().select().from(lots).where(eq(lots.roundId, practiceId)).orderBy(lots.label)
    expect(names.map(({ label, practice, live }) => [label, practice, live])).toEqual([
      ['practice-1', true, false],
      ['practice-2', true, false],
    ])
    expect(names.every(({ id }) => id.startsWith('practice_'))).toBe(true)
    const registered = await database().select().from(bidders).where(eq(bidders.roundId, practiceId))
    expect(registered.filter(({ houseBot }) => houseBot)).toHaveLength(3)
    expect(registered.find(({ houseBot }) => !houseBot)?.organisationId).toBe(organisation.id)
    expect(await database().$count(labelMoves)).toBe(moves)
  })

  test('the applicant bids by the real path, and bots answer', async () => {
    const { person, practiceId, lotId, round } = await runningPractice()
    const bid = await placeBid(person, { lotId, maxMinor: '600000' })
    expect(bid).toMatchObject({ ok: true })
    expect(bid.receipt).toContain(`lot ${lotId}`)
    const later = new Date((await lastEventOf(lotId)).getTime() + 60_000)
    const [answer] = (await dueBots(later, 'practice')).filter((each) => each.lotId === lotId)
    expect(answer).toMatchObject({ maxMinor: expect.any(String) })
    const { key, ...stated } = answer!
    expect(await placeBid(system, stated, { idempotencyKey: key })).toMatchObject({ ok: true })
    expect((await dueBots(later, 'practice')).some((each) => each.lotId === lotId && each.key === key)).toBe(
      false,
    )
    expect(await practiceOfRound(person, { roundId: round.id })).toMatchObject({
      practice: { id: practiceId, state: 'bidding' },
    })
  })

  test.each(auctionFormats)('bots bid in every format, %s, each bid once', async (format) => {
    const { person, lotId } = await runningPractice(format)
    expect(await roomSnapshot(person, { lotId })).toMatchObject({ round: { format } })
    const later = new Date((await lastEventOf(lotId)).getTime() + 5 * 60_000)
    const due = (await dueBots(later, 'practice')).filter((each) => each.lotId === lotId)
    expect(due.length).toBeGreaterThan(0)
    for (const { key, ...stated } of due)
      expect(await placeBid(system, stated, { idempotencyKey: key })).toMatchObject({ ok: true })
    const keys = new Set(due.map(({ key }) => key))
    const again = (await dueBots(later, 'practice')).filter(
      (each) => each.lotId === lotId && keys.has(each.key),
    )
    expect(again).toEqual([])
  })

  test('nothing published, and nothing an officer works with, shows it', async () => {
    const { round, person, practiceId, lotId } = await runningPractice()
    const officer = await makePerson({ roles: ['programme-officer'] })
    const lists = [await publicRounds(), await phasesForOfficers(officer, undefined)]
    const deposits = await roundsWithDeposits(await makePerson({ roles: ['finance-officer'] }), undefined)
    const shown = JSON.stringify([lists, deposits], (_, value) =>
      typeof value === 'bigint' ? `${value}` : value,
    )
    expect(shown).toContain(round.id)
    expect(shown).not.toContain('practice_')
    expect(await roundForOfficers(officer, { roundId: practiceId })).toBeUndefined()
    expect(await controlRoom(officer, practiceId)).toBeUndefined()
    const reason = 'Nobody suspends a practice.'
    expect(await suspendRound(officer, { roundId: practiceId, reason })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
    expect(await pricesOf(lotId)).toBeUndefined()
    expect(await lotSnapshot(anyone, { lotId })).toBeUndefined()
    expect(await roomSnapshot(officer, { lotId })).toBeUndefined()
    expect(await mayWatch(anyone, [`lot:${lotId}`])).toBeUndefined()
    expect(await roomSnapshot(person, { lotId })).toMatchObject({ lot: { label: 'practice-1' } })
    expect(await mayWatch(person, [`lot:${lotId}`, `round:${practiceId}`])).toBeDefined()
  })

  test('the database keeps it apart from everything real', async () => {
    const { round, practiceId, lotId } = await runningPractice()
    const db = database()
    const real = round.lots[0]!
    const wrong = [
      db
        .insert(lots)
        .values({ id: 'x', roundId: practiceId, label: real.label, releaseId: 'x', reserveMinor: 1n }),
      db.insert(lots).values({
        ...{ id: 'x', roundId: round.id, label: 'practice-3', releaseId: 'x', reserveMinor: 1n },
        ...{ practice: true, live: false },
      }),
      db
        .update(lots)
        .set({ label: real.label, practice: false, roundId: round.id })
        .where(eq(lots.id, lotId)),
      db
        .update(lots)
        .set({ label: 'practice-4', practice: true, live: false, roundId: practiceId })
        .where(eq(lots.id, real.id)),
      db.update(rounds).set({ practiceOf: practiceId }).where(eq(rounds.id, round.id)),
      db.insert(labelMoves).values({
        ...{ id: 'x', label: 'practice-1', from: 'offered', to: 'released', at: new Date(0), note: '' },
      }),
      db.insert(results).values({
        ...{ lotId, roundId: practiceId, outcome: 'unsold', standing: [], events: 1 },
        ...{ eventsHash: '', finalAt: new Date(0) },
      }),
      db.execute(sql`select wipe_practice(${round.id})`),
      db.execute(sql`delete from lot_events where lot_id = ${lotId}`),
    ]
    for (const attempt of wrong) await expect(attempt).rejects.toThrow()
  })
})

describe('refuses the role', () => {
  test('an officer, and a member who does not bid', async () => {
    const { round, person } = await applicantOf()
    const officer = await makePerson({ roles: ['programme-officer'] })
    expect(await openPractice(officer, { roundId: round.id })).toMatchObject({
      error: { code: 'access.denied' },
    })
    const editor = { ...person, memberships: person.memberships.filter(({ role }) => role !== 'bidder') }
    expect(await openPractice(editor, { roundId: round.id })).toMatchObject({
      error: { code: 'access.denied' },
    })
  })
})

describe('refuses the stranger', () => {
  test('who is not signed in, or applied in another round', async () => {
    const { round } = await applicantOf()
    const other = await applicantOf()
    expect(await openPractice(anyone, { roundId: round.id })).toMatchObject({ error: { status: 401 } })
    expect(await openPractice(other.person, { roundId: round.id })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
    expect(await practiceOfRound(other.person, { roundId: round.id })).toBeUndefined()
  })
})

describe('refuses the moment', () => {
  test('while one is running, and once bidding is over', async () => {
    const { round, person } = await applicantOf()
    await openPractice(person, { roundId: round.id })
    expect(await openPractice(person, { roundId: round.id })).toMatchObject({
      error: { code: 'practice.running' },
    })
    const over = await applicantOf('closed')
    expect(await openPractice(over.person, { roundId: over.round.id })).toMatchObject({
      error: { code: 'practice.not-now' },
    })
  })
})

async function lastEventOf(lotId: string): Promise<Date> {
  const [row] = await database().select().from(lots).where(eq(lots.id, lotId))
  return row!.lastEventAt!
}
