import { and, eq, like } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeCase } from '@/db/factories/cases'
import { makePerson } from '@/db/factories/people'
import { confusionCases } from '@/db/schema/cases'
import { mailOutbox } from '@/db/schema/system'
import { systemActor } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { casesToRemind, stageOf } from './due-reminders'
import { remindOfCase } from './remind-of-case'
import { writeLetter } from './write-letter'

afterAll(closeDatabase)

const actor = systemActor('schedule')
const officer = () => makePerson({ roles: ['programme-officer'] })
const refusal = (code: string) => ({ ok: false, error: { code } })
const HOUR = 3_600_000
const inHours = (hours: number) => new Date(processNow().getTime() + hours * HOUR)
const due = () => casesToRemind(database(), processNow())

async function assigned(hours: number) {
  const one = await officer()
  const made = await makeCase({ change: { assignedTo: one.userId, dueAt: inHours(hours) } })
  const set = (change: Partial<typeof confusionCases.$inferInsert>) =>
    database().update(confusionCases).set(change).where(eq(confusionCases.id, made.id))
  const subjects = async () => {
    const reminders = and(eq(mailOutbox.to, one.email), like(mailOutbox.effect, 'case-reminder:%'))
    return (await database().select().from(mailOutbox).where(reminders)).map(
      ({ subject }) => subject.split(': ')[1],
    )
  }
  return { ...made, one, set, subjects, input: { caseId: made.id } }
}

describe('case.remind', () => {
  test('reminds who has the case when it is due soon and once it is late, never twice', async () => {
    const { id, set, subjects, input } = await assigned(1)
    expect(await due()).toContain(id)
    await Promise.all(Array.from({ length: 4 }, () => remindOfCase(actor, input)))
    expect(await subjects(), 'of several workers at once').toEqual(['due soon'])
    expect(await due()).not.toContain(id)
    await set({ dueAt: inHours(-1) })
    expect(await remindOfCase(actor, input)).toMatchObject({ ok: true })
    expect(await subjects()).toEqual(['due soon', 'late'])
    expect(await remindOfCase(actor, input)).toMatchObject(refusal('reminder.none'))
  })

  test('after downtime only what still holds is said', async () => {
    const { subjects, input } = await assigned(-1)
    await remindOfCase(actor, input)
    expect(await subjects()).toEqual(['late'])
  })

  test('reminds the registrant once while it can still answer', async () => {
    const { id, one, award, set, input } = await assigned(2000)
    await writeLetter(one, { caseId: id, to: 'registrant', text: 'What do you say to this report?' })
    expect(await due()).not.toContain(id)
    await set({ answerBy: inHours(1) })
    expect(await remindOfCase(actor, input)).toMatchObject({ ok: true })
    expect(await remindOfCase(actor, input)).toMatchObject(refusal('reminder.none'))
    const mine = and(eq(mailOutbox.to, award!.person.email), eq(mailOutbox.template, 'case-letter'))
    expect(await database().select().from(mailOutbox).where(mine)).toHaveLength(2)
  })

  test('refuses the role', async () => {
    const { one, input } = await assigned(1)
    expect(await remindOfCase(one, input)).toMatchObject(refusal('access.denied'))
  })

  test('refuses the stranger: an unknown case', async () => {
    expect(await remindOfCase(actor, { caseId: 'cas_none' })).toMatchObject(refusal('thing.not-found'))
  })

  test('refuses the moment: more than two business days ahead, and a decided case', async () => {
    const { set, input } = await assigned(2000)
    expect(await remindOfCase(actor, input)).toMatchObject(refusal('reminder.none'))
    const decided = { finding: 'not-established', action: 'none', findingReason: 'Trial' } as const
    await set({ ...decided, dueAt: inHours(-1), state: 'decided', decidedAt: processNow() })
    expect(await remindOfCase(actor, input)).toMatchObject(refusal('reminder.none'))
  })

  test('soon begins two business days before, to the instant, over a weekend', () => {
    const deadline = new Date('2026-11-30T22:00:00Z')
    const begins = new Date('2026-11-25T22:00:00Z').getTime()
    expect(stageOf(deadline, new Date(begins - 1))).toBeUndefined()
    expect(stageOf(deadline, new Date(begins))).toBe('soon')
    expect(stageOf(deadline, new Date(deadline.getTime() - 1))).toBe('soon')
    expect(stageOf(deadline, deadline)).toBe('late')
  })
})
