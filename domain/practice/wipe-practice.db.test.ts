import { eq, sql } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeQualifiedApplicant } from '@/db/factories/auctions'
import { makePerson } from '@/db/factories/people'
import { makeRound } from '@/db/factories/rounds'
import { bidAttempts, bidders, lotEvents } from '@/db/schema/auctions'
import { announcements, lots, roundMoves, rounds } from '@/db/schema/rounds'
import { liveVersions } from '@/db/schema/system'
import { passTo } from '@/db/testing/test-clock'
import { placeBid } from '@/domain/bids/place-bid'
import { closeLot } from '@/domain/lots/close-lot'
import { openLot } from '@/domain/lots/open-lot'
import { advanceRound } from '@/domain/rounds/advance-round'
import { systemActor } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { duePractices } from './due-practices'
import { openPractice } from './open-practice'
import { KEPT_MINUTES } from './rules'
import { wipePractice } from './wipe-practice'

afterAll(closeDatabase)

const system = systemActor('wipe-practices')

/** A practice that was bid in and is over. */
async function heldPractice() {
  const round = await makeRound({ state: 'review' })
  const { person } = await makeQualifiedApplicant(round, round.lots[0]!)
  const answer = await openPractice(person, { roundId: round.id })
  if (!answer.ok) throw new Error(answer.error.code)
  const { practiceId } = answer.value
  const db = database()
  const opensAt = processNow()
  const closesAt = new Date(opensAt.getTime() + 60_000)
  await db
    .update(rounds)
    .set({
      biddingOpensAt: opensAt,
      biddingClosesAt: closesAt,
      settings: sql`jsonb_set(settings, '{softClose,windowSeconds}', '0')`,
    })
    .where(eq(rounds.id, practiceId))
  const names = await db.select().from(lots).where(eq(lots.roundId, practiceId))
  for (const { id } of names) await openLot(system, { lotId: id })
  await placeBid(person, { lotId: names[0]!.id, maxMinor: '600000' })
  await passTo(closesAt)
  for (const { id } of names) expect(await closeLot(system, { lotId: id })).toMatchObject({ ok: true })
  await advanceRound(system, { roundId: practiceId })
  return { practiceId, lotId: names[0]!.id, round }
}

const later = (practiceId: string, minutes: number) =>
  database()
    .update(rounds)
    .set({ stateSince: sql`clock_timestamp() - make_interval(mins => ${minutes})` })
    .where(eq(rounds.id, practiceId))

describe('does it', () => {
  test('everything of the practice goes, and nothing else', async () => {
    const { practiceId, lotId, round } = await heldPractice()
    const db = database()
    expect(await db.$count(lotEvents, eq(lotEvents.lotId, lotId))).toBeGreaterThan(2)
    const announced = async () => (await db.select().from(liveVersions)).map(({ topic }) => topic)
    expect(await announced()).toEqual(expect.arrayContaining([`round:${practiceId}`, `lot:${lotId}`]))
    await db.insert(liveVersions).values({ topic: `lot:${round.lots[0]!.id}`, version: 1n })
    await later(practiceId, KEPT_MINUTES + 1)
    expect(await duePractices(db)).toContain(practiceId)
    expect(await wipePractice(system, { roundId: practiceId })).toMatchObject({ ok: true })
    expect(await db.$count(rounds, eq(rounds.id, practiceId))).toBe(0)
    expect(await db.$count(lots, eq(lots.roundId, practiceId))).toBe(0)
    expect(await db.$count(bidders, eq(bidders.roundId, practiceId))).toBe(0)
    expect(await db.$count(lotEvents, eq(lotEvents.lotId, lotId))).toBe(0)
    expect(await db.$count(bidAttempts, eq(bidAttempts.lotId, lotId))).toBe(0)
    expect(await db.$count(announcements, eq(announcements.roundId, practiceId))).toBe(0)
    expect(await db.$count(roundMoves, eq(roundMoves.roundId, practiceId))).toBe(0)
    expect(await announced()).toEqual([`lot:${round.lots[0]!.id}`])
    expect(await db.$count(lots, eq(lots.roundId, round.id))).toBe(1)
    expect(await db.$count(roundMoves, eq(roundMoves.roundId, round.id))).toBe(1)
  })
})

describe('refuses the role', () => {
  test('an officer: only the worker wipes', async () => {
    const officer = await makePerson({ roles: ['programme-officer'] })
    expect(await wipePractice(officer, { roundId: 'practice_none' })).toMatchObject({
      error: { status: 404 },
    })
  })
})

describe('refuses the stranger', () => {
  test('who is not signed in; and a round that is no practice', async () => {
    const round = await makeRound({ state: 'cancelled' })
    expect(await wipePractice({ kind: 'anyone' }, { roundId: round.id })).toMatchObject({
      error: { status: 401 },
    })
    expect(await wipePractice(system, { roundId: round.id })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
  })
})

describe('refuses the moment', () => {
  test('before it has been over for a while', async () => {
    const { practiceId } = await heldPractice()
    expect(await wipePractice(system, { roundId: practiceId })).toMatchObject({
      error: { code: 'practice.not-due' },
    })
    await later(practiceId, KEPT_MINUTES - 1)
    expect(await duePractices(database())).not.toContain(practiceId)
  })
})
