import { eq, sql } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { makePerson } from '@/db/factories/people'
import { labels } from '@/db/schema/labels'
import { restoreLabel } from './restore-label'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })
const reason = 'The question that held it back is settled.'

async function withheld(label: string): Promise<string> {
  await database().execute(
    sql`update labels set state = 'withheld', withheld_reason = 'Trial' where label = ${label}`,
  )
  return label
}

describe('does it', () => {
  test('makes a withheld name reserved again, to be released anew', async () => {
    const label = await withheld('x2')
    const asked = await restoreLabel(await officer(), { labels: [label], reason })
    expect(await approve(asked, await officer())).toMatchObject({ ok: true })
    const [row] = await database().select().from(labels).where(eq(labels.label, label))
    expect(row).toMatchObject({ state: 'reserved', withheldReason: null })
  })
})

describe('refuses the role', () => {
  test('an administrator', async () => {
    const label = await withheld('x3')
    const administrator = await makePerson({ roles: ['administrator'] })
    expect(await restoreLabel(administrator, { labels: [label], reason })).toMatchObject({
      error: { code: 'access.denied' },
    })
  })
})

describe('refuses the stranger', () => {
  test('who is not signed in', async () => {
    expect(await restoreLabel({ kind: 'anyone' }, { labels: ['x3'], reason })).toMatchObject({
      error: { status: 401 },
    })
  })
})

describe('refuses the moment', () => {
  test('of a name that is not withheld', async () => {
    expect(await restoreLabel(await officer(), { labels: ['x4'], reason })).toMatchObject({
      error: { code: 'label.wrong-state', message: 'x4.org is reserved, so this cannot be done now.' },
    })
  })
})
