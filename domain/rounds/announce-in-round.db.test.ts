import { eq, sql } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { makeRound } from '@/db/factories/rounds'
import { announcements } from '@/db/schema/rounds'
import { announceInRound } from './announce-in-round'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })
const text = 'We are looking into slow sign-in. Bidding is open.'

describe('does it', () => {
  test('keeps the notice, tells the live pages, and nothing can change it', async () => {
    const round = await makeRound({ state: 'bidding' })
    expect(await announceInRound(await officer(), { roundId: round.id, text })).toMatchObject({ ok: true })
    const rows = await database().select().from(announcements).where(eq(announcements.roundId, round.id))
    expect(rows).toMatchObject([{ text }])
    const live = await database().execute(
      sql`select version from live_versions where topic = ${`round:${round.id}`}`,
    )
    expect(live).toHaveLength(1)
    await expect(
      database().update(announcements).set({ text: 'Never said' }).where(eq(announcements.roundId, round.id)),
    ).rejects.toThrow()
  })
})

describe('refuses the role', () => {
  test('an auditor', async () => {
    const round = await makeRound({ state: 'bidding' })
    const auditor = await makePerson({ roles: ['auditor'] })
    expect(await announceInRound(auditor, { roundId: round.id, text })).toMatchObject({
      error: { code: 'access.denied' },
    })
  })
})

describe('refuses the stranger', () => {
  test('who is not signed in', async () => {
    expect(await announceInRound({ kind: 'anyone' }, { roundId: 'rnd_none', text })).toMatchObject({
      error: { status: 401 },
    })
  })
})

describe('refuses the moment', () => {
  test('of a draft, which nobody follows', async () => {
    const round = await makeRound()
    expect(await announceInRound(await officer(), { roundId: round.id, text })).toMatchObject({
      error: { code: 'round.wrong-state' },
    })
  })
})
