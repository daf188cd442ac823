import { eq, sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeReleasedLabel, makeRound } from '@/db/factories/rounds'
import { roundStates, rounds } from '@/db/schema/rounds'
import { refusalFromConstraint } from '@/lib/constraint-refusals'

afterAll(closeDatabase)

/** What the database itself says to a lot written past every screen and operation (R2.3, R3.1). */
async function insertLot(roundId: string, label: string, releaseId: string): Promise<string | undefined> {
  try {
    await database().execute(
      sql`insert into lots (id, round_id, label, release_id, reserve_minor) values (${`lot_${label}_${roundId}`}, ${roundId}, ${label}, ${releaseId}, 1)`,
    )
    return undefined
  } catch (error) {
    return refusalFromConstraint(error)?.code
  }
}

test('the factory makes a round in every state', async () => {
  for (const state of roundStates) {
    const made = await makeRound({ state, labels: 2 })
    const [row] = await database().select().from(rounds).where(eq(rounds.id, made.id))
    expect(row?.state).toBe(state)
    expect(made.lots).toHaveLength(2)
  }
})

test('the database refuses a lot on a label that is not released', async () => {
  const round = await makeRound({ labels: 0 })
  const { releaseId } = await makeReleasedLabel()
  expect(await insertLot(round.id, 'zz', releaseId)).toBe('label.not-released')
  expect(await insertLot(round.id, 'zz', 'rel_none')).toBe('label.not-released')
})

test('the database refuses a lot on the release of another label, an ended one, or a flagged label', async () => {
  const round = await makeRound({ labels: 0 })
  const [one, other] = [await makeReleasedLabel(), await makeReleasedLabel()]
  expect(await insertLot(round.id, one.label, other.releaseId)).toBe('label.not-released')
  await database().execute(sql`update labels set flagged_at = clock_timestamp() where label = ${one.label}`)
  expect(await insertLot(round.id, one.label, one.releaseId)).toBe('label.not-released')
  await database().execute(
    sql`update releases set ended_at = clock_timestamp() where id = ${other.releaseId}`,
  )
  expect(await insertLot(round.id, other.label, other.releaseId)).toBe('label.not-released')
})

test('the database refuses a label in a second live round', async () => {
  const [one, other] = [await makeRound({ labels: 0 }), await makeRound({ labels: 0 })]
  const { label, releaseId } = await makeReleasedLabel()
  expect(await insertLot(one.id, label, releaseId)).toBeUndefined()
  expect(await insertLot(other.id, label, releaseId)).toBe('label.in-live-round')
})
