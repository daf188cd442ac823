import { eq, sql } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { labels } from '@/db/schema/labels'
import { flagLabel } from './flag-label'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })
const reason = 'The Maintenance Agency announced a new code.'

describe('does it', () => {
  test('flags the name and keeps its state', async () => {
    expect(await flagLabel(await officer(), { label: 'K8.org', reason })).toEqual({
      ok: true,
      value: { label: 'k8' },
    })
    const [row] = await database().select().from(labels).where(eq(labels.label, 'k8'))
    expect(row).toMatchObject({ state: 'reserved', flagReason: reason })
    expect(row?.flaggedAt).toBeInstanceOf(Date)
  })
})

describe('refuses the role', () => {
  test('an auditor and an administrator', async () => {
    for (const role of ['auditor', 'administrator'] as const)
      expect(await flagLabel(await makePerson({ roles: [role] }), { label: 'k9', reason })).toMatchObject({
        error: { code: 'access.denied' },
      })
  })
})

describe('refuses the stranger', () => {
  test('who is not signed in', async () => {
    expect(await flagLabel({ kind: 'anyone' }, { label: 'k9', reason })).toMatchObject({
      error: { status: 401 },
    })
  })
})

describe('refuses the moment', () => {
  test('of a name that is flagged already, or never was in the pool', async () => {
    await flagLabel(await officer(), { label: 'k7', reason })
    expect(await flagLabel(await officer(), { label: 'k7', reason })).toMatchObject({
      error: { code: 'label.flagged' },
    })
    await database().execute(sql`update labels set state = 'registered-before-programme' where label = 'x'`)
    expect(await flagLabel(await officer(), { label: 'x', reason })).toMatchObject({
      error: { code: 'label.wrong-state' },
    })
  })
})
