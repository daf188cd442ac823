import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { makePerson } from '@/db/factories/people'
import { makeRound } from '@/db/factories/rounds'
import { announcements, rounds } from '@/db/schema/rounds'
import { approvals } from '@/db/schema/system'
import { extendRound } from './extend-round'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })
const reason = 'Mail was slow for two days.'
const rowOf = async (id: string) => (await database().select().from(rounds).where(eq(rounds.id, id)))[0]!

describe('does it', () => {
  test('moves the close of applications and everything after it by the same length', async () => {
    const round = await makeRound({ state: 'applications' })
    const asked = await extendRound(await officer(), {
      roundId: round.id,
      period: 'applications',
      minutes: 2880,
      reason,
    })
    if (!asked.ok) throw new Error(asked.error.code)
    const [request] = await database()
      .select()
      .from(approvals)
      .where(eq(approvals.id, asked.value.approvalId))
    expect(request?.summary).toBe('Extend applications of round 1 by 2 days.')
    expect(request?.changes[0]?.what).toBe('Applications close')
    expect(await approve(asked, await officer())).toMatchObject({ ok: true })
    const row = await rowOf(round.id)
    const moved = (field: 'questionsCloseAt' | 'applicationsCloseAt' | 'paymentDueAt') =>
      row[field].getTime() - round.timetable[field].getTime()
    expect(moved('questionsCloseAt')).toBe(0)
    expect(moved('applicationsCloseAt')).toBe(2 * 86_400_000)
    expect(moved('paymentDueAt')).toBe(2 * 86_400_000)
    const [notice] = await database().select().from(announcements).where(eq(announcements.roundId, round.id))
    expect(notice?.text).toMatch(/^Applications are open until .* Mail was slow for two days\.$/)
  })

  test('moves a hard end with the close of bidding', async () => {
    const round = await makeRound({ state: 'qualified' })
    const { biddingClosesAt } = round.timetable
    const hardEnd = new Date(biddingClosesAt.getTime() + 3_600_000).toISOString()
    const { settings } = await rowOf(round.id)
    await database()
      .update(rounds)
      .set({ settings: { ...settings, softClose: { ...settings.softClose, hardEnd } } })
      .where(eq(rounds.id, round.id))
    const wish = { roundId: round.id, period: 'bidding', minutes: 15, reason }
    expect(await approve(await extendRound(await officer(), wish), await officer())).toMatchObject({
      ok: true,
    })
    const row = await rowOf(round.id)
    expect(row.biddingClosesAt.getTime()).toBe(biddingClosesAt.getTime() + 900_000)
    expect(new Date(row.settings.softClose.hardEnd!).getTime()).toBe(new Date(hardEnd).getTime() + 900_000)
  })
})

describe('refuses the role', () => {
  test('an administrator', async () => {
    const round = await makeRound({ state: 'applications' })
    const person = await makePerson({ roles: ['administrator'] })
    expect(
      await extendRound(person, { roundId: round.id, period: 'bidding', minutes: 15, reason }),
    ).toMatchObject({ error: { code: 'access.denied' } })
  })
})

describe('refuses the stranger', () => {
  test('who is not signed in', async () => {
    expect(
      await extendRound({ kind: 'anyone' }, { roundId: 'rnd_none', period: 'bidding', minutes: 15, reason }),
    ).toMatchObject({ error: { status: 401 } })
  })
})

describe('refuses the moment', () => {
  test.each([
    ['draft', 'applications'],
    ['review', 'applications'],
    ['closed', 'bidding'],
    ['suspended', 'bidding'],
    ['final', 'bidding'],
  ] as const)('of a round in %s, for %s', async (state, period) => {
    const round = await makeRound({ state })
    expect(
      await extendRound(await officer(), { roundId: round.id, period, minutes: 15, reason }),
    ).toMatchObject({ error: { code: 'round.wrong-state' } })
  })

  test('once the close has passed, even before the worker has noticed', async () => {
    const round = await makeRound({
      state: 'applications',
      timetable: { applicationsCloseAt: new Date('2026-01-01T00:00:00Z') },
    })
    expect(
      await extendRound(await officer(), {
        roundId: round.id,
        period: 'applications',
        minutes: 43_200,
        reason,
      }),
    ).toMatchObject({ error: { code: 'round.period-over' } })
  })

  test('two requests for the same close: the second is void', async () => {
    const round = await makeRound({ state: 'bidding' })
    const ask = async (minutes: number) =>
      extendRound(await officer(), { roundId: round.id, period: 'bidding', minutes, reason })
    const [one, two] = [await ask(15), await ask(30)]
    expect(await approve(one, await officer())).toMatchObject({ ok: true })
    expect(await approve(two, await officer())).toMatchObject({ error: { code: 'approval.changed' } })
  })

  test.each([0, -5, 1.5, 43_201, '15', null])('by %j minutes', async (minutes) => {
    const round = await makeRound({ state: 'bidding', labels: 0 })
    expect(
      await extendRound(await officer(), { roundId: round.id, period: 'bidding', minutes, reason }),
    ).toMatchObject({ error: { code: 'input.invalid', fields: { minutes: expect.any(String) } } })
  })
})
