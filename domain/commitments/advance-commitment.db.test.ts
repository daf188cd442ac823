import { and, asc, eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeBuildOut } from '@/db/factories/build-out'
import { makeOfficer } from '@/db/factories/reviews'
import { commitmentMoves, commitments } from '@/db/schema/build-out'
import { mailOutbox } from '@/db/schema/system'
import { passTo } from '@/db/testing/test-clock'
import { systemActor } from '@/lib/access/actor'
import { databaseClock } from '@/lib/database-clock'
import { advanceCommitment } from './advance-commitment'
import { dueCommitments } from './due-commitments'

afterAll(closeDatabase)

const actor = systemActor('schedule')
const refusal = (code: string) => ({ ok: false, error: { code } })
const DAY = 86_400_000

const stateOf = async (id: string) =>
  (await database().select().from(commitments).where(eq(commitments.id, id)))[0]!.state
const reminders = async (email: string) =>
  (
    await database()
      .select()
      .from(mailOutbox)
      .where(and(eq(mailOutbox.to, email), eq(mailOutbox.template, 'commitment-reminder')))
      .orderBy(asc(mailOutbox.id))
  ).map(({ subject }) => subject.split(':')[0])
const due = async () => dueCommitments(database(), await databaseClock(database()))

describe('what the date does (R12.1, R12.2)', () => {
  test('comes near, is reminded at 30, 7 and 1 days and once late; each once', async () => {
    const { commitmentId, dueAt, person } = await makeBuildOut({ dueInDays: 40 })
    const input = { commitmentId }
    expect(await due()).not.toContain(commitmentId)
    for (const days of [30, 7, 1, 0]) {
      await passTo(new Date(dueAt.getTime() - days * DAY))
      expect(await due()).toContain(commitmentId)
      expect(await advanceCommitment(actor, input)).toMatchObject({ ok: true })
      expect(await due()).not.toContain(commitmentId)
      expect(await advanceCommitment(actor, input)).toMatchObject(refusal('commitment.not-due'))
    }
    expect(await stateOf(commitmentId)).toBe('overdue')
    expect(await reminders(person.email)).toEqual([
      'Due within 30 days',
      'Due within 7 days',
      'Due within a day',
      'Overdue',
    ])
    const moves = await database()
      .select()
      .from(commitmentMoves)
      .where(eq(commitmentMoves.commitmentId, commitmentId))
    expect(moves.map(({ move, by }) => [move, by])).toEqual([
      ['approach', null],
      ['lapse', null],
    ])
  })

  test('after an outage what still holds is said once, and what was overtaken not at all', async () => {
    const { commitmentId, dueAt, person } = await makeBuildOut({ dueInDays: 40 })
    await passTo(new Date(dueAt.getTime() + 20 * DAY))
    await Promise.all(Array.from({ length: 6 }, () => advanceCommitment(actor, { commitmentId })))
    expect(await stateOf(commitmentId)).toBe('overdue')
    expect(await reminders(person.email)).toEqual(['Overdue'])
  })

  test('what is due is asked in as many questions for many as for one', async () => {
    const questions = async () => {
      let asked = 0
      const db = new Proxy(database(), {
        get(target, name, receiver) {
          if (name === 'select' || name === 'execute') asked++
          return Reflect.get(target, name, receiver)
        },
      })
      const found = await dueCommitments(db, await databaseClock(database()))
      return { asked, found: found.length }
    }
    await makeBuildOut({ dueInDays: 20 })
    const few = await questions()
    for (let more = 0; more < 3; more++) await makeBuildOut({ dueInDays: 20 })
    const many = await questions()
    expect(many.found).toBeGreaterThanOrEqual(few.found + 3)
    expect(many.asked).toBe(few.asked)
  })

  test('what is submitted waits for the programme, whatever the date', async () => {
    const { commitmentId } = await makeBuildOut({ state: 'submitted', dueInDays: -3 })
    expect(await due()).not.toContain(commitmentId)
    expect(await advanceCommitment(actor, { commitmentId })).toMatchObject(refusal('commitment.not-due'))
  })

  test('what comes back late takes up the cure notice where it was', async () => {
    const wanted = { state: 'returned', dueInDays: -3, rung: 'cure-notice', cureInDays: 10 } as const
    const { commitmentId } = await makeBuildOut(wanted)
    expect(await advanceCommitment(actor, { commitmentId })).toMatchObject({
      value: { state: 'cure-notice' },
    })
  })

  test('refuses the role', async () => {
    const { commitmentId } = await makeBuildOut({ dueInDays: -1 })
    expect(await advanceCommitment(await makeOfficer(), { commitmentId })).toMatchObject(
      refusal('access.denied'),
    )
  })

  test('refuses the stranger: an unknown commitment', async () => {
    expect(await advanceCommitment(actor, { commitmentId: 'com_none' })).toMatchObject(
      refusal('thing.not-found'),
    )
  })

  test('refuses the moment: before it is settled', async () => {
    const { commitmentId } = await makeBuildOut({ terms: 'proposed', dueInDays: -1 })
    expect(await due()).not.toContain(commitmentId)
    expect(await advanceCommitment(actor, { commitmentId })).toMatchObject(refusal('build-out.not-settled'))
  })
})
