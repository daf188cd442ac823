import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { makeRound } from '@/db/factories/rounds'
import { announcements, lots, type RoundState, roundMoves, rounds } from '@/db/schema/rounds'
import { systemActor } from '@/lib/access/actor'
import { sha256Hex } from '@/lib/hash'
import { advanceRound } from './advance-round'
import { dueRounds } from './due-rounds'
import type { Timetable } from './timetable'

afterAll(closeDatabase)

const worker = systemActor('schedule')
const PAST = new Date('2026-01-01T00:00:00Z')
const rowOf = async (id: string) => (await database().select().from(rounds).where(eq(rounds.id, id)))[0]!
const movesOf = async (id: string) =>
  (await database().select().from(roundMoves).where(eq(roundMoves.roundId, id)))
    .slice(1)
    .map((move) => move.to)

/** Rounds of earlier tests are over, so that none of them is due. */
beforeEach(() => database().update(rounds).set({ state: 'cancelled' }))

function dueAt(state: RoundState, timetable: Partial<Timetable> = {}) {
  return makeRound({ state, timetable })
}

describe('does it', () => {
  test('opens applications at their instant, and says until when', async () => {
    const round = await dueAt('approved', { applicationsOpenAt: PAST })
    expect(await dueRounds(database())).toEqual([round.id])
    expect(await advanceRound(worker, { roundId: round.id })).toEqual({
      ok: true,
      value: { made: ['open-applications'] },
    })
    expect((await rowOf(round.id)).state).toBe('applications')
    const [notice] = await database().select().from(announcements).where(eq(announcements.roundId, round.id))
    expect(notice?.text).toMatch(/^Applications are open until /)
    expect(await dueRounds(database())).toEqual([])
  })

  test('catches up after downtime: every step, in order, in one go', async () => {
    const round = await dueAt('approved', { applicationsOpenAt: PAST, applicationsCloseAt: PAST })
    expect(await advanceRound(worker, { roundId: round.id })).toMatchObject({
      value: { made: ['open-applications', 'close-applications'] },
    })
    expect(await movesOf(round.id)).toEqual(['applications', 'review'])
  })

  test('follows released decisions into bidding, and waits there for its lots', async () => {
    const round = await dueAt('review', { biddingOpensAt: PAST })
    expect(await dueRounds(database())).toEqual([])
    await database().update(rounds).set({ decisionsReleasedAt: PAST }).where(eq(rounds.id, round.id))
    expect(await dueRounds(database())).toEqual([round.id])
    expect(await advanceRound(worker, { roundId: round.id })).toMatchObject({
      value: { made: ['release-decisions', 'open-bidding'] },
    })
    expect((await rowOf(round.id)).state).toBe('bidding')
  })

  test('closes when the last lot is closed, and publishes the secret behind the draw', async () => {
    const round = await makeRound({ state: 'bidding', labels: 2 })
    await database().update(lots).set({ state: 'closed' }).where(eq(lots.id, round.lots[0]!.id))
    expect(await dueRounds(database())).toEqual([])
    await database().update(lots).set({ state: 'closed' }).where(eq(lots.id, round.lots[1]!.id))
    expect(await dueRounds(database())).toEqual([round.id])
    expect(await advanceRound(worker, { roundId: round.id })).toMatchObject({ value: { made: ['close'] } })
    const row = await rowOf(round.id)
    expect(row.state).toBe('closed')
    expect(sha256Hex(Buffer.from(row.publishedSecret!, 'hex'))).toBe(row.secretHash)
  })

  test('exactly once, however many workers ask', async () => {
    const round = await dueAt('approved', { applicationsOpenAt: PAST, applicationsCloseAt: PAST })
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => advanceRound(worker, { roundId: round.id })),
    )
    const made = answers.flatMap((answer) => (answer.ok ? answer.value.made : ['refused']))
    expect(made).toEqual(['open-applications', 'close-applications'])
    expect(await movesOf(round.id)).toEqual(['applications', 'review'])
    const notices = await database().select().from(announcements).where(eq(announcements.roundId, round.id))
    expect(notices).toHaveLength(2)
  })
})

describe('refuses the role', () => {
  test('an officer: the clock alone advances a round', async () => {
    const round = await dueAt('approved', { applicationsOpenAt: PAST })
    const officer = await makePerson({ roles: ['programme-officer'] })
    expect(await advanceRound(officer, { roundId: round.id })).toMatchObject({
      error: { code: 'access.denied' },
    })
  })
})

describe('refuses the stranger', () => {
  test('who is not signed in, and a round that does not exist', async () => {
    expect(await advanceRound({ kind: 'anyone' }, { roundId: 'rnd_none' })).toMatchObject({
      error: { status: 401 },
    })
    expect(await advanceRound(worker, { roundId: 'rnd_none' })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
  })
})

describe('refuses the moment', () => {
  test.each([
    'draft',
    'approved',
    'applications',
    'review',
    'qualified',
    'bidding',
    'final',
    'suspended',
  ] as const)('nothing is due for a round amid %s', async (state) => {
    const round = await makeRound({ state })
    expect(await dueRounds(database())).toEqual([])
    expect(await advanceRound(worker, { roundId: round.id })).toMatchObject({ value: { made: [] } })
    expect((await rowOf(round.id)).state).toBe(state)
  })

  test('a suspended round stands still, whatever its timetable says', async () => {
    const round = await dueAt('suspended', { applicationsOpenAt: PAST, applicationsCloseAt: PAST })
    await database().update(rounds).set({ suspendedFrom: 'applications' }).where(eq(rounds.id, round.id))
    expect(await advanceRound(worker, { roundId: round.id })).toMatchObject({ value: { made: [] } })
  })
})
