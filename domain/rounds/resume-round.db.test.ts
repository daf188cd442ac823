import { eq, sql } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeSubmittedApplication } from '@/db/factories/applications'
import { approve } from '@/db/factories/approvals'
import { makeClarification } from '@/db/factories/clarifications'
import { makePerson } from '@/db/factories/people'
import { makeRound } from '@/db/factories/rounds'
import { rounds } from '@/db/schema/rounds'
import { answerClarification } from '@/domain/clarifications/answer-clarification'
import { readClarifications, readDeadlines } from '@/domain/clarifications/read-clarifications'
import { resumeRound } from './resume-round'
import { suspendRound } from './suspend-round'
import { timetableOf } from './timetable-of'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })
const reason = 'Sign-in works again for everybody.'
const rowOf = async (id: string) => (await database().select().from(rounds).where(eq(rounds.id, id)))[0]!

describe('does it', () => {
  test('takes the round up where it stopped, with the time that was left', async () => {
    const round = await makeRound({ state: 'applications' })
    const before = timetableOf(await rowOf(round.id))
    await approve(await suspendRound(await officer(), { roundId: round.id, reason }), await officer())
    // As if the suspension had begun two hours ago.
    await database().execute(
      sql`update rounds set suspended_at = suspended_at - interval '2 hours' where id = ${round.id}`,
    )
    const { suspendedAt } = await rowOf(round.id)
    const asked = await resumeRound(await officer(), { roundId: round.id, reason })
    expect(await approve(asked, await officer())).toMatchObject({ ok: true })
    const row = await rowOf(round.id)
    expect(row).toMatchObject({
      state: 'applications',
      suspendedFrom: null,
      suspendedAt: null,
      publicReason: null,
    })
    const lost = row.stateSince.getTime() - suspendedAt!.getTime()
    expect(lost).toBeGreaterThanOrEqual(2 * 3_600_000)
    expect(row.applicationsOpenAt).toEqual(before.applicationsOpenAt)
    expect(row.applicationsCloseAt.getTime()).toBe(before.applicationsCloseAt.getTime() + lost)
    expect(row.paymentDueAt.getTime()).toBe(before.paymentDueAt.getTime() + lost)
  })
})

describe('what people work on', () => {
  test('a question to an applicant and the reviews get the time back; one that was over stays so', async () => {
    const round = await makeRound({ state: 'review' })
    const plan = await makeSubmittedApplication({ lotId: round.lots[0]!.id })
    const open = await makeClarification(plan)
    const over = await makeClarification(plan, { dueAt: new Date('2026-01-05T12:00:00Z') })
    const before = await rowOf(round.id)
    await approve(await suspendRound(await officer(), { roundId: round.id, reason }), await officer())
    const answer = { clarificationId: open.clarificationId, answer: 'A second hydrologist.' }
    expect(await answerClarification(plan.person, answer)).toMatchObject({
      error: { code: 'round.wrong-state' },
    })
    // As if the suspension had begun two days ago; the question was due yesterday.
    await database().execute(
      sql`update rounds set suspended_at = suspended_at - interval '2 days' where id = ${round.id}`,
    )
    const [{ suspendedAt }] = [await rowOf(round.id)]
    await approve(await resumeRound(await officer(), { roundId: round.id, reason }), await officer())
    const after = await rowOf(round.id)
    const lost = after.stateSince.getTime() - suspendedAt!.getTime()
    expect(after.reviewDueAt.getTime()).toBe(before.reviewDueAt.getTime() + lost)
    const dueAt = new Map((await readClarifications(database(), plan.id)).map(({ id, dueAt }) => [id, dueAt]))
    expect(dueAt.get(open.clarificationId)?.getTime()).toBe(open.dueAt.getTime() + lost)
    expect(dueAt.get(over.clarificationId)).toEqual(over.dueAt)
    expect((await readDeadlines(database(), [plan.id])).get(plan.id)?.getTime()).toBe(
      open.dueAt.getTime() + lost,
    )
    // Past the first deadline, before the one that counts.
    const receivedAt = new Date(open.dueAt.getTime() + lost - 1000)
    expect(await answerClarification(plan.person, answer, { receivedAt })).toMatchObject({ ok: true })
  })
})

describe('refuses the role', () => {
  test('an administrator', async () => {
    const round = await makeRound({ state: 'suspended' })
    const person = await makePerson({ roles: ['administrator'] })
    expect(await resumeRound(person, { roundId: round.id, reason })).toMatchObject({
      error: { code: 'access.denied' },
    })
  })
})

describe('refuses the stranger', () => {
  test('who is not signed in', async () => {
    expect(await resumeRound({ kind: 'anyone' }, { roundId: 'rnd_none', reason })).toMatchObject({
      error: { status: 401 },
    })
  })
})

describe('refuses the moment', () => {
  test.each(['draft', 'bidding', 'final', 'cancelled'] as const)('%s', async (state) => {
    const round = await makeRound({ state })
    expect(await resumeRound(await officer(), { roundId: round.id, reason })).toMatchObject({
      error: { code: 'round.wrong-state' },
    })
  })
})
