import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { makePerson } from '@/db/factories/people'
import { makeReleasedLabel, makeRound } from '@/db/factories/rounds'
import { labels, releases } from '@/db/schema/labels'
import { withholdLabel } from './withhold-label'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })
const reason = 'Held back for a later phase of the Programme.'
const rowOf = async (label: string) =>
  (await database().select().from(labels).where(eq(labels.label, label)))[0]

describe('does it', () => {
  test('withholds reserved and released names with the reason, and ends their release', async () => {
    const { label, releaseId } = await makeReleasedLabel()
    const asked = await withholdLabel(await officer(), { labels: ['zz', label], reason })
    expect(await approve(asked, await officer())).toMatchObject({ ok: true })
    for (const name of ['zz', label])
      expect(await rowOf(name)).toMatchObject({ state: 'withheld', withheldReason: reason })
    const [release] = await database().select().from(releases).where(eq(releases.id, releaseId))
    expect(release?.endedAt).toBeInstanceOf(Date)
  })
})

describe('refuses the role', () => {
  test('an administrator and an auditor', async () => {
    for (const role of ['administrator', 'auditor'] as const)
      expect(
        await withholdLabel(await makePerson({ roles: [role] }), { labels: ['x1'], reason }),
      ).toMatchObject({ error: { code: 'access.denied' } })
  })
})

describe('refuses the stranger', () => {
  test('who is not signed in', async () => {
    expect(await withholdLabel({ kind: 'anyone' }, { labels: ['x1'], reason })).toMatchObject({
      error: { status: 401 },
    })
  })
})

describe('refuses the moment', () => {
  test('of a name in a round that is being prepared', async () => {
    const round = await makeRound()
    const label = round.lots[0]!.label
    expect(await withholdLabel(await officer(), { labels: [label], reason })).toMatchObject({
      error: { code: 'label.in-live-round' },
    })
  })

  test('of a name on offer', async () => {
    const round = await makeRound({ state: 'applications' })
    const label = round.lots[0]!.label
    expect(await withholdLabel(await officer(), { labels: [label], reason })).toMatchObject({
      error: { code: 'label.wrong-state' },
    })
  })
})

test('a public reason is needed', async () => {
  for (const text of [undefined, '', '          ', 'short', 'x'.repeat(501)])
    expect(await withholdLabel(await officer(), { labels: ['x1'], reason: text })).toMatchObject({
      error: { code: 'input.invalid', fields: { reason: expect.any(String) } },
    })
})
