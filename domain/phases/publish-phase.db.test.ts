import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { makePhase } from '@/db/factories/rounds'
import { phases } from '@/db/schema/rounds'
import { publishPhase } from './publish-phase'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })

describe('does it', () => {
  test('publishes a phase', async () => {
    const phase = await makePhase({ published: false })
    expect(await publishPhase(await officer(), { phaseId: phase.id })).toMatchObject({ ok: true })
    const [row] = await database().select().from(phases).where(eq(phases.id, phase.id))
    expect(row?.publishedAt).toBeInstanceOf(Date)
  })
})

describe('refuses the role', () => {
  test('an auditor', async () => {
    const phase = await makePhase({ published: false })
    const auditor = await makePerson({ roles: ['auditor'] })
    expect(await publishPhase(auditor, { phaseId: phase.id })).toMatchObject({
      error: { code: 'access.denied' },
    })
  })
})

describe('refuses the stranger', () => {
  test('who is not signed in, and a phase that does not exist', async () => {
    expect(await publishPhase({ kind: 'anyone' }, { phaseId: 'pha_none' })).toMatchObject({
      error: { status: 401 },
    })
    expect(await publishPhase(await officer(), { phaseId: 'pha_none' })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
  })
})

describe('refuses the moment', () => {
  test('of a phase that is published', async () => {
    const phase = await makePhase()
    expect(await publishPhase(await officer(), { phaseId: phase.id })).toMatchObject({
      error: { code: 'phase.published' },
    })
  })
})
