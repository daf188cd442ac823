import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { makePerson } from '@/db/factories/people'
import { makeRound } from '@/db/factories/rounds'
import { labels } from '@/db/schema/labels'
import { lots, rounds } from '@/db/schema/rounds'
import { addLots } from './add-lots'
import { cancelRound } from './cancel-round'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })
const reason = 'The timetable could not be kept.'

async function cancel(roundId: string) {
  return approve(await cancelRound(await officer(), { roundId, reason }), await officer())
}

describe('does it', () => {
  test.each(['draft', 'applications', 'closed', 'suspended'] as const)(
    'ends a round in %s; its names are free for another round',
    async (state) => {
      const round = await makeRound({ state, labels: 2 })
      expect(await cancel(round.id)).toMatchObject({ ok: true })
      const [row] = await database().select().from(rounds).where(eq(rounds.id, round.id))
      expect(row).toMatchObject({ state: 'cancelled', publicReason: reason, suspendedFrom: null })
      for (const lot of await database().select().from(lots).where(eq(lots.roundId, round.id))) {
        expect(lot).toMatchObject({ state: 'cancelled', live: false })
        const [label] = await database().select().from(labels).where(eq(labels.label, lot.label))
        expect(label?.state).toBe('released')
      }
      const next = await makeRound({ labels: 0 })
      const names = round.lots.map((lot) => lot.label)
      expect(await addLots(await officer(), { roundId: next.id, labels: names })).toMatchObject({ ok: true })
    },
  )

  test('a name that went back earlier and is on offer elsewhere stays there', async () => {
    const round = await makeRound({ state: 'bidding', labels: 1 })
    const label = round.lots[0]!.label
    await database()
      .update(lots)
      .set({ live: false, state: 'closed', outcome: 'returned' })
      .where(eq(lots.roundId, round.id))
    await database().update(labels).set({ state: 'offered' }).where(eq(labels.label, label))
    expect(await cancel(round.id)).toMatchObject({ ok: true })
    const [row] = await database().select().from(labels).where(eq(labels.label, label))
    expect(row?.state).toBe('offered')
  })
})

describe('refuses the role', () => {
  test('an administrator', async () => {
    const round = await makeRound({ state: 'applications' })
    const person = await makePerson({ roles: ['administrator'] })
    expect(await cancelRound(person, { roundId: round.id, reason })).toMatchObject({
      error: { code: 'access.denied' },
    })
  })
})

describe('refuses the stranger', () => {
  test('who is not signed in', async () => {
    expect(await cancelRound({ kind: 'anyone' }, { roundId: 'rnd_none', reason })).toMatchObject({
      error: { status: 401 },
    })
  })
})

describe('refuses the moment', () => {
  test.each(['final', 'cancelled'] as const)('%s', async (state) => {
    const round = await makeRound({ state })
    expect(await cancelRound(await officer(), { roundId: round.id, reason })).toMatchObject({
      error: { code: 'round.wrong-state' },
    })
  })
})
