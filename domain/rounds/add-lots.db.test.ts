import { eq, sql } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { makeReleasedLabel, makeRound } from '@/db/factories/rounds'
import { lots } from '@/db/schema/rounds'
import { addLots } from './add-lots'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })

describe('does it', () => {
  test('adds released names at the reserve of the round or at another', async () => {
    const round = await makeRound({ labels: 0 })
    const [one, two] = [await makeReleasedLabel(), await makeReleasedLabel()]
    expect(await addLots(await officer(), { roundId: round.id, labels: [one.label] })).toMatchObject({
      ok: true,
    })
    await addLots(await officer(), { roundId: round.id, labels: [two.label], reserveMinor: '900000' })
    const rows = await database().select().from(lots).where(eq(lots.roundId, round.id)).orderBy(lots.label)
    expect(rows).toMatchObject([
      { label: one.label, releaseId: one.releaseId, reserveMinor: 500000n, live: true, state: 'waiting' },
      { label: two.label, releaseId: two.releaseId, reserveMinor: 900000n },
    ])
  })
})

describe('refuses the role', () => {
  test('an administrator', async () => {
    const round = await makeRound({ labels: 0 })
    const { label } = await makeReleasedLabel()
    expect(
      await addLots(await makePerson({ roles: ['administrator'] }), { roundId: round.id, labels: [label] }),
    ).toMatchObject({ error: { code: 'access.denied' } })
  })
})

describe('refuses the stranger', () => {
  test('who is not signed in, and a round that does not exist', async () => {
    expect(await addLots({ kind: 'anyone' }, { roundId: 'rnd_none', labels: ['q7'] })).toMatchObject({
      error: { status: 401 },
    })
    expect(await addLots(await officer(), { roundId: 'rnd_none', labels: ['q7'] })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
  })
})

describe('refuses the moment', () => {
  test('of a round that is approved', async () => {
    const round = await makeRound({ state: 'approved' })
    const { label } = await makeReleasedLabel()
    expect(await addLots(await officer(), { roundId: round.id, labels: [label] })).toMatchObject({
      error: { code: 'round.frozen' },
    })
  })

  test('of a name that is not released, is flagged, or is in a round already; all or none', async () => {
    const [round, other] = [await makeRound(), await makeRound()]
    const { label } = await makeReleasedLabel()
    const flagged = await makeReleasedLabel()
    await database().execute(
      sql`update labels set flagged_at = clock_timestamp() where label = ${flagged.label}`,
    )
    const cases = [
      ['zz', 'label.not-released'],
      [flagged.label, 'label.flagged'],
      [round.lots[0]!.label, 'lot.duplicate'],
      [other.lots[0]!.label, 'label.in-live-round'],
    ] as const
    for (const [name, code] of cases)
      expect(await addLots(await officer(), { roundId: round.id, labels: [label, name] })).toMatchObject({
        error: { code, message: expect.stringContaining(`${name}.org`) },
      })
    expect(await database().select().from(lots).where(eq(lots.roundId, round.id))).toHaveLength(1)
  })

  test('two rounds that want one name at once: one gets it', async () => {
    const [one, two] = [await makeRound({ labels: 0 }), await makeRound({ labels: 0 })]
    const { label } = await makeReleasedLabel()
    const first = await officer()
    const both = await Promise.all(
      [one, two].map(({ id }) => addLots(first, { roundId: id, labels: [label] })),
    )
    expect(both.filter((answer) => answer.ok)).toHaveLength(1)
    expect(both.find((answer) => !answer.ok)).toMatchObject({ error: { code: 'label.in-live-round' } })
  })
})
