import { eq, sql } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { makeReleasedLabel } from '@/db/factories/rounds'
import { labels } from '@/db/schema/labels'
import { systemActor } from '@/lib/access/actor'
import { flagChanged } from './flag-changed-codes'

afterAll(closeDatabase)

const flagOf = async (label: string) =>
  (await database().select().from(labels).where(eq(labels.label, label)))[0]?.flagReason

/** ISO assigns a code from today on: the old row ends, a new one follows (R1.3). */
async function assignToday(code: string) {
  const today = sql`(clock_timestamp() at time zone 'UTC')::date`
  await database().execute(
    sql`update iso_categories set valid_to = ${today} where code = ${code} and valid_to is null`,
  )
  await database().execute(
    sql`insert into iso_categories (code, category, valid_from, list_id) values (${code}, 'officially-assigned', ${today}, 'remainder')`,
  )
}

describe('does it', () => {
  test('flags a released name whose code was assigned or delegated, once, and no other', async () => {
    for (const label of ['ts', 'un', 'xk', 'q7']) await makeReleasedLabel(label)
    expect(await flagChanged(systemActor('codes'), {})).toEqual({ ok: true, value: { flagged: [] } })
    await assignToday('ts')
    await database().execute(
      sql`insert into cctlds (code, valid_from, list_id) values ('un', '2026-01-01', 'remainder')`,
    )
    const officer = await makePerson({ roles: ['programme-officer'] })
    expect(await flagChanged(officer, {})).toEqual({ ok: true, value: { flagged: ['ts', 'un'] } })
    expect(await flagOf('ts')).toBe('The code became officially assigned.')
    expect(await flagOf('un')).toBe('The code became a ccTLD.')
    expect(await flagOf('xk')).toBeNull()
    expect(await flagChanged(officer, {})).toEqual({ ok: true, value: { flagged: [] } })
  })
})

describe('refuses the role', () => {
  test('an auditor', async () => {
    expect(await flagChanged(await makePerson({ roles: ['auditor'] }), {})).toMatchObject({
      error: { code: 'access.denied' },
    })
  })
})

describe('refuses the stranger', () => {
  test('who is not signed in', async () => {
    expect(await flagChanged({ kind: 'anyone' }, {})).toMatchObject({ error: { status: 401 } })
  })
})

describe('refuses the moment', () => {
  test('never: an assignment still to come flags nothing', async () => {
    await makeReleasedLabel('rb')
    await database().execute(
      sql`insert into iso_categories (code, category, valid_from, list_id) values ('rb', 'officially-assigned', '2999-01-01', 'remainder')`,
    )
    await flagChanged(systemActor('codes'), {})
    expect(await flagOf('rb')).toBeNull()
  })
})
