import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { compute, makePlansToRead } from '@/db/factories/assignments'
import { makePerson } from '@/db/factories/people'
import { makeAssignment, makeConflict } from '@/db/factories/reviews'
import { makeRound } from '@/db/factories/rounds'
import { phases, rounds } from '@/db/schema/rounds'
import { applyAssignment } from '@/domain/assignments/apply-assignment'
import { flagLabel } from '@/domain/labels/flag-label'
import { assignReviewer } from '@/domain/reviews/assign-reviewer'
import { declineAssignment } from '@/domain/reviews/decline-assignment'
import { announceInRound } from '@/domain/rounds/announce-in-round'
import { roundSlug } from '@/domain/rounds/round-address'
import { changeProfile } from '@/domain/users/change-profile'
import { disableUser } from '@/domain/users/disable-user'
import type { Person } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { exportAudit, readAudit } from './queries'

afterAll(closeDatabase)

let auditor: Person
let person: Person

beforeAll(async () => {
  auditor = await makePerson({ roles: ['auditor'] })
  person = await makePerson()
  for (let turn = 0; turn < 60; turn++) await changeProfile(person, { name: `Name ${turn}`, timeZone: '' })
  await disableUser(person, { userId: auditor.userId })
})

describe('the audit log', () => {
  test('is read newest first, fifty at a time, to its beginning', async () => {
    const first = (await readAudit(auditor, {}))!
    expect(first.entries).toHaveLength(50)
    expect(first.entries[0]).toMatchObject({
      kind: 'user.disable',
      outcome: 'refused',
      actor: person.pseudonym,
    })
    const second = (await readAudit(auditor, { before: String(first.older) }))!
    expect(second.entries).toHaveLength(11)
    expect(second.older).toBeUndefined()
  })

  test('is filtered by object, operation, outcome, actor and day', async () => {
    const kinds = async (filter: Parameters<typeof readAudit>[1]) =>
      new Set((await readAudit(auditor, filter))!.entries.map(({ kind }) => kind))
    const today = processNow().toISOString().slice(0, 10)
    expect(await kinds({ operation: 'user.change' })).toEqual(new Set(['user.change-profile']))
    expect(await kinds({ outcome: 'refused' })).toEqual(new Set(['user.disable']))
    expect(await kinds({ object: person.pseudonym })).toEqual(new Set(['user.change-profile']))
    expect((await kinds({ actor: person.pseudonym, day: today })).size).toBe(2)
    expect(await kinds({ day: '2001-01-01' })).toEqual(new Set())
    expect(await kinds({ operation: '%' })).toEqual(new Set())
  })

  test('is filtered by kinds of people and by names as people write them', async () => {
    const count = async (filter: Parameters<typeof readAudit>[1]) =>
      (await readAudit(auditor, filter))!.entries.length
    expect(await count({ actor: 'sub_' })).toBe(50)
    expect(await count({ actor: 'system:' })).toBe(0)
    await flagLabel(await makePerson({ roles: ['programme-officer'] }), {
      label: 'b1',
      reason: 'A letter says so.',
    })
    for (const object of ['b1', 'B1.org', 'label:b1']) expect(await count({ object })).toBe(1)
    expect(await count({ object: 'b' })).toBe(0)
    const round = await makeRound({ state: 'applications' })
    await announceInRound(await makePerson({ roles: ['programme-officer'] }), {
      roundId: round.id,
      text: 'Read us.',
    })
    const [at] = await database()
      .select({ phase: phases.number, number: rounds.number })
      .from(rounds)
      .innerJoin(phases, eq(phases.id, rounds.phaseId))
      .where(eq(rounds.id, round.id))
    for (const object of [round.id, roundSlug(at!), `round ${roundSlug(at!)}`])
      expect(await count({ object })).toBe(1)
  })

  test('is exported whole under its filter, for nobody else', async () => {
    const numbers: bigint[] = []
    for await (const page of (await exportAudit(auditor, { operation: 'user.change' }))!)
      numbers.push(...page.map(({ id }) => id))
    expect(numbers).toHaveLength(60)
    expect(numbers).toEqual(numbers.toSorted((a, b) => Number(b - a)))
    expect(await exportAudit(person, {})).toBeUndefined()
  })

  test('an officer finds nothing of an application they have a conflict with, listed or exported (R6.2)', async () => {
    const { chair, round, health, media, nurse, input } = await makePlansToRead()
    await assignReviewer(chair, { applicationId: media.id, reviewerId: nurse.userId })
    const { assignmentId } = await makeAssignment(health, { reviewer: nurse })
    await declineAssignment(nurse, { assignmentId, reason: 'I am at sea.' })
    const { runId } = await compute(chair, input)
    await applyAssignment(chair, { runId })
    const [officer, conflicted] = [
      await makePerson({ roles: ['programme-officer'] }),
      await makePerson({ roles: ['programme-officer'] }),
    ]
    await makeConflict(health, conflicted)
    const kinds = async (viewer: Person, object: string) => {
      const listed = (await readAudit(viewer, { object }))!.entries
      const exported: typeof listed = []
      for await (const page of (await exportAudit(viewer, { object }))!) exported.push(...page)
      expect(exported).toEqual(listed)
      return new Set(listed.map(({ kind }) => kind))
    }
    const own = new Set(['review.decline', 'review.tag-plan'])
    for (const viewer of [officer, auditor]) {
      expect(await kinds(viewer, health.id)).toEqual(own)
      expect(await kinds(viewer, health.reference)).toEqual(own)
      expect((await kinds(viewer, round.id)).size).toBe(2)
    }
    for (const object of [health.id, health.reference, assignmentId, round.id])
      expect(await kinds(conflicted, object)).toEqual(new Set())
    expect(await kinds(conflicted, media.id)).toEqual(new Set(['review.assign', 'review.tag-plan']))
    const whole = JSON.stringify((await readAudit(conflicted, {}))!.entries, (_key, value) =>
      typeof value === 'bigint' ? String(value) : value,
    )
    expect(whole).toContain(media.id)
    expect(whole).not.toContain(health.id)
  })

  test('takes nonsense in the address for no filter', async () => {
    for (const wrong of [
      { day: '2026-99-99' },
      { day: 'x' },
      { before: '1; drop table' },
      { outcome: 'maybe' },
    ])
      expect((await readAudit(auditor, wrong))?.entries).toHaveLength(50)
  })

  test('holds no name and no address (R9.3)', async () => {
    const page = JSON.stringify((await readAudit(auditor, {}))!.entries, (_key, value) =>
      typeof value === 'bigint' ? String(value) : value,
    )
    expect(page).not.toContain(person.email)
    expect(page).not.toContain('Name ')
  })

  test('is there for nobody else', async () => {
    for (const actor of [person, await makePerson({ roles: ['reviewer'] }), { kind: 'anyone' } as const])
      expect(await readAudit(actor, {})).toBeUndefined()
  })
})
