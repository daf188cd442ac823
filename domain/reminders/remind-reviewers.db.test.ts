import { and, eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeSubmittedApplication } from '@/db/factories/applications'
import { makeAssignment, makeOfficer } from '@/db/factories/reviews'
import { makeRound } from '@/db/factories/rounds'
import { rounds } from '@/db/schema/rounds'
import { mailOutbox } from '@/db/schema/system'
import { systemActor } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { addBusinessDays } from '@/lib/time/business-days'
import { roundsToRemind, stageOf } from './due-reminders'
import { remindReviewers } from './remind-reviewers'

afterAll(closeDatabase)

const actor = systemActor('schedule')
const refusal = (code: string) => ({ ok: false, error: { code } })
const HOUR = 3_600_000

/** Two plans for one reviewer, one of them submitted; reviews are due so many hours from now. */
async function waiting(hours: number) {
  const round = await makeRound({ state: 'review', labels: 2 })
  const due = new Date(processNow().getTime() + hours * HOUR)
  await database().update(rounds).set({ reviewDueAt: due }).where(eq(rounds.id, round.id))
  const [open, done] = [
    await makeSubmittedApplication({ lotId: round.lots[0]!.id }),
    await makeSubmittedApplication({ lotId: round.lots[1]!.id }),
  ]
  const { reviewer } = await makeAssignment(open, { conflict: 'none' })
  await makeAssignment(done, { reviewer, values: [4, 4, 4], submitted: true })
  const setDue = (at: Date) =>
    database().update(rounds).set({ reviewDueAt: at }).where(eq(rounds.id, round.id))
  return { round, open, reviewer, setDue, input: { roundId: round.id } }
}

const remindersTo = (email: string) =>
  database()
    .select()
    .from(mailOutbox)
    .where(and(eq(mailOutbox.to, email), eq(mailOutbox.template, 'review-reminder')))

describe('reminding reviewers', () => {
  test('once when reviews are due soon, once when they are late, naming no plan', async () => {
    const { open, reviewer, round, setDue, input } = await waiting(1)
    expect(await roundsToRemind(database(), processNow())).toContain(round.id)
    expect(await remindReviewers(actor, input)).toMatchObject({ ok: true, value: { reminded: 1 } })
    expect(await remindReviewers(actor, input), 'never twice').toMatchObject(refusal('reminder.none'))
    expect(await roundsToRemind(database(), processNow())).not.toContain(round.id)
    await setDue(new Date(processNow().getTime() - HOUR))
    expect(await remindReviewers(actor, input)).toMatchObject({ ok: true })
    const letters = await remindersTo(reviewer.email)
    expect(letters.map(({ subject }) => subject.split(':')[0])).toEqual(['Due soon', 'Late'])
    for (const { subject, text } of letters) {
      expect(text).toContain('1 branding plan ')
      expect(subject + text).not.toContain(open.reference)
      expect(text).not.toContain(`${open.label}.org`)
    }
  })

  test('after downtime only what still holds is said', async () => {
    const { reviewer, input } = await waiting(-1)
    await remindReviewers(actor, input)
    expect((await remindersTo(reviewer.email)).map(({ subject }) => subject.split(':')[0])).toEqual(['Late'])
  })

  test('several workers at once send one letter', async () => {
    const { reviewer, input } = await waiting(1)
    await Promise.all(Array.from({ length: 6 }, () => remindReviewers(actor, input)))
    expect(await remindersTo(reviewer.email)).toHaveLength(1)
  })

  test('refuses the role', async () => {
    const { input } = await waiting(1)
    expect(await remindReviewers(await makeOfficer(), input)).toMatchObject(refusal('access.denied'))
  })

  test('refuses the stranger: an unknown round', async () => {
    expect(await remindReviewers(actor, { roundId: 'rnd_none' })).toMatchObject(refusal('thing.not-found'))
  })

  test('refuses the moment: more than two business days ahead, and outside the review', async () => {
    const { round, setDue, input } = await waiting(1)
    await setDue(new Date(processNow().getTime() + 30 * 24 * HOUR))
    expect(await remindReviewers(actor, input)).toMatchObject(refusal('reminder.none'))
    await setDue(new Date(processNow().getTime() + HOUR))
    await database().update(rounds).set({ state: 'suspended' }).where(eq(rounds.id, round.id))
    expect(await remindReviewers(actor, input)).toMatchObject(refusal('reminder.none'))
  })

  test('soon begins two business days before, to the instant', () => {
    const zone = 'America/New_York'
    const reviewDueAt = new Date('2026-11-30T22:00:00Z')
    const begins = addBusinessDays(reviewDueAt, -2, zone)
    expect(begins, 'over Thanksgiving and the weekend').toEqual(new Date('2026-11-25T22:00:00Z'))
    const stage = (at: number) => stageOf({ reviewDueAt, zone }, new Date(at))
    expect(stage(begins.getTime() - 1)).toBeUndefined()
    expect(stage(begins.getTime())).toBe('soon')
    expect(stage(reviewDueAt.getTime() - 1)).toBe('soon')
    expect(stage(reviewDueAt.getTime())).toBe('late')
  })
})
