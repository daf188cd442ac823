import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { makeRound } from '@/db/factories/rounds'
import { lots } from '@/db/schema/rounds'
import { removeLot } from './remove-lot'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })

describe('does it', () => {
  test('takes the lot out', async () => {
    const round = await makeRound({ labels: 2 })
    expect(await removeLot(await officer(), { roundId: round.id, lotId: round.lots[0]!.id })).toMatchObject({
      ok: true,
    })
    const left = await database().select().from(lots).where(eq(lots.roundId, round.id))
    expect(left.map((lot) => lot.id)).toEqual([round.lots[1]!.id])
  })
})

describe('refuses the role', () => {
  test('an auditor', async () => {
    const round = await makeRound()
    const auditor = await makePerson({ roles: ['auditor'] })
    expect(await removeLot(auditor, { roundId: round.id, lotId: round.lots[0]!.id })).toMatchObject({
      error: { code: 'access.denied' },
    })
  })
})

describe('refuses the stranger', () => {
  test('who is not signed in, and the lot of another round', async () => {
    const [round, other] = [await makeRound(), await makeRound()]
    const foreign = { roundId: round.id, lotId: other.lots[0]!.id }
    expect(await removeLot({ kind: 'anyone' }, foreign)).toMatchObject({ error: { status: 401 } })
    expect(await removeLot(await officer(), foreign)).toMatchObject({ error: { code: 'thing.not-found' } })
  })
})

describe('refuses the moment', () => {
  test('after approval', async () => {
    const round = await makeRound({ state: 'approved' })
    expect(await removeLot(await officer(), { roundId: round.id, lotId: round.lots[0]!.id })).toMatchObject({
      error: { code: 'round.frozen' },
    })
  })
})
