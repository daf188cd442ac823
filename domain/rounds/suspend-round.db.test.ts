import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { makePerson } from '@/db/factories/people'
import { makeRound } from '@/db/factories/rounds'
import { announcements, roundMoves, rounds } from '@/db/schema/rounds'
import { suspendRound } from './suspend-round'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })
const reason = 'Two registrars report slow sign-in.'

describe('does it', () => {
  test.each(['approved', 'applications', 'review', 'qualified', 'bidding'] as const)(
    'stops a round in %s, remembers where, and says so publicly',
    async (state) => {
      const round = await makeRound({ state })
      const asked = await suspendRound(await officer(), { roundId: round.id, reason })
      expect(await approve(asked, await officer())).toMatchObject({ ok: true })
      const [row] = await database().select().from(rounds).where(eq(rounds.id, round.id))
      expect(row).toMatchObject({ state: 'suspended', suspendedFrom: state, publicReason: reason })
      expect(row?.suspendedAt).toBeInstanceOf(Date)
      const [notice] = await database()
        .select()
        .from(announcements)
        .where(eq(announcements.roundId, round.id))
      expect(notice?.text).toBe(`This round is suspended. The remaining time is kept. ${reason}`)
      const moves = await database().select().from(roundMoves).where(eq(roundMoves.roundId, round.id))
      expect(moves.at(-1)).toMatchObject({ to: 'suspended', reason })
    },
  )
})

describe('refuses the role', () => {
  test('a finance officer', async () => {
    const round = await makeRound({ state: 'bidding' })
    const person = await makePerson({ roles: ['finance-officer'] })
    expect(await suspendRound(person, { roundId: round.id, reason })).toMatchObject({
      error: { code: 'access.denied' },
    })
  })
})

describe('refuses the stranger', () => {
  test('who is not signed in', async () => {
    expect(await suspendRound({ kind: 'anyone' }, { roundId: 'rnd_none', reason })).toMatchObject({
      error: { status: 401 },
    })
  })
})

describe('refuses the moment', () => {
  test.each(['draft', 'closed', 'final', 'suspended', 'cancelled'] as const)('%s', async (state) => {
    const round = await makeRound({ state })
    expect(await suspendRound(await officer(), { roundId: round.id, reason })).toMatchObject({
      error: { code: 'round.wrong-state', details: { state } },
    })
  })

  test('when the round has moved on since the request', async () => {
    const round = await makeRound({ state: 'applications' })
    const asked = await suspendRound(await officer(), { roundId: round.id, reason })
    await database().update(rounds).set({ state: 'review' }).where(eq(rounds.id, round.id))
    expect(await approve(asked, await officer())).toMatchObject({ error: { code: 'approval.changed' } })
  })

  test('without a public reason', async () => {
    const round = await makeRound({ state: 'bidding' })
    expect(await suspendRound(await officer(), { roundId: round.id, reason: 'because' })).toMatchObject({
      error: { code: 'input.invalid', fields: { reason: expect.any(String) } },
    })
  })
})
