import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { makePhase } from '@/db/factories/rounds'
import { rounds } from '@/db/schema/rounds'
import { createRound } from './create-round'
import { checkTimetable } from './timetable'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })
const input = (phaseId: string, more: Record<string, unknown> = {}) => ({
  phaseId,
  name: 'Names with a digit',
  zone: 'America/New_York',
  applicationsOpenAt: { local: '2027-02-01T11:00' },
  ...more,
})

describe('does it', () => {
  test('drafts a round with the standard settings and a timetable in order', async () => {
    const phase = await makePhase()
    const made = await createRound(await officer(), input(phase.id))
    if (!made.ok) throw new Error(made.error.code)
    const [row] = await database().select().from(rounds).where(eq(rounds.id, made.value.roundId))
    expect(row).toMatchObject({ number: 1, state: 'draft', version: 1, rulesVersion: '1', configHash: null })
    expect(row?.applicationsOpenAt.toISOString()).toBe('2027-02-01T16:00:00.000Z')
    expect(checkTimetable(row!)).toEqual([])
    expect(row?.settings.rubric.map((criterion) => criterion.weightBp)).toEqual([4000, 3000, 3000])
    for (const criterion of row!.settings.rubric) expect(criterion.anchors).toHaveLength(6)
  })

  test('numbers the rounds of a phase one after the other, also at once', async () => {
    const phase = await makePhase()
    const first = await officer()
    const made = await Promise.all([1, 2, 3].map(() => createRound(first, input(phase.id))))
    expect(made.map((answer) => (answer.ok ? answer.value.number : 0)).sort()).toEqual([1, 2, 3])
  })
})

describe('refuses the role', () => {
  test('an administrator and an auditor', async () => {
    const phase = await makePhase()
    for (const role of ['administrator', 'auditor'] as const)
      expect(await createRound(await makePerson({ roles: [role] }), input(phase.id))).toMatchObject({
        error: { code: 'access.denied' },
      })
  })
})

describe('refuses the stranger', () => {
  test('who is not signed in, and a phase that does not exist', async () => {
    expect(await createRound({ kind: 'anyone' }, input('pha_none'))).toMatchObject({ error: { status: 401 } })
    expect(await createRound(await officer(), input('pha_none'))).toMatchObject({
      error: { code: 'thing.not-found' },
    })
  })
})

describe('refuses the moment', () => {
  test.each([
    ['2027-03-14T02:30', 'applicationsOpenAt.local'],
    ['2027-11-07T01:30', 'applicationsOpenAt.choose'],
    ['2027-02-30T10:00', 'applicationsOpenAt.local'],
    ['9999-12-31T10:00', 'applicationsOpenAt.local'],
    ['tomorrow', 'applicationsOpenAt.local'],
  ])('%s, at the field', async (local, field) => {
    const phase = await makePhase()
    const answer = await createRound(await officer(), input(phase.id, { applicationsOpenAt: { local } }))
    expect(answer).toMatchObject({ error: { code: 'round.timetable', status: 422 } })
    expect(!answer.ok && Object.keys(answer.error.fields ?? {})).toEqual([field])
  })

  test('an unknown zone, and a format that is not offered', async () => {
    const phase = await makePhase()
    expect(await createRound(await officer(), input(phase.id, { zone: 'Mars/Olympus' }))).toMatchObject({
      error: { code: 'round.timetable', fields: { zone: expect.any(String) } },
    })
    expect(await createRound(await officer(), input(phase.id, { format: 'lottery' }))).toMatchObject({
      error: { code: 'input.invalid', fields: { format: 'Choose the format.' } },
    })
  })
})
