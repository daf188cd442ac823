import { eq, sql } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { makePerson } from '@/db/factories/people'
import { makeReleasedLabel } from '@/db/factories/rounds'
import { labels } from '@/db/schema/labels'
import { clearFlag } from './clear-flag'
import { flagLabel } from './flag-label'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })
const reason = 'Reviewed against the list of this week.'
const rowOf = async (label: string) =>
  (await database().select().from(labels).where(eq(labels.label, label)))[0]

async function flagged(name?: string): Promise<string> {
  const { label } = await makeReleasedLabel(name)
  await flagLabel(await officer(), { label, reason: 'A newsletter speaks of a change.' })
  return label
}

describe('does it', () => {
  test('clears the flag with two people', async () => {
    const label = await flagged()
    const asked = await clearFlag(await officer(), { label, reason })
    expect((await rowOf(label))?.flaggedAt).not.toBeNull()
    expect(await approve(asked, await officer())).toMatchObject({ ok: true })
    expect(await rowOf(label)).toMatchObject({ state: 'released', flaggedAt: null, flagReason: null })
  })
})

describe('refuses the role', () => {
  test('an administrator', async () => {
    const label = await flagged()
    expect(await clearFlag(await makePerson({ roles: ['administrator'] }), { label, reason })).toMatchObject({
      error: { code: 'access.denied' },
    })
  })
})

describe('refuses the stranger', () => {
  test('who is not signed in', async () => {
    expect(await clearFlag({ kind: 'anyone' }, { label: 'q7', reason })).toMatchObject({
      error: { status: 401 },
    })
  })
})

describe('refuses the moment', () => {
  test('of a name that is not flagged', async () => {
    expect(await clearFlag(await officer(), { label: 'q7', reason })).toMatchObject({
      error: { code: 'label.not-flagged', message: 'q7.org is not flagged.' },
    })
  })

  test('of a release whose basis no longer fits the code', async () => {
    const label = await flagged('un')
    await database().execute(sql`update releases set basis = 'iso-3166-ma' where label = 'un'`)
    await database().execute(
      sql`update iso_categories set category = 'officially-assigned' where code = 'un'`,
    )
    expect(await clearFlag(await officer(), { label, reason })).toMatchObject({
      error: { code: 'label.basis-not-allowed' },
    })
  })
})
