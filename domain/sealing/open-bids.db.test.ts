import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { holdOpening, letOpen, secretOfRound } from '@/db/factories/sealing'
import { bidAttempts } from '@/db/schema/auctions'
import { rounds } from '@/db/schema/rounds'
import { openedBids, openings, releasedShares } from '@/db/schema/sealing'
import { makeClosedSealedRound } from '@/db/testing/sealed-rounds'
import { systemActor } from '@/lib/access/actor'
import { openBids as openAgain } from '@/sealing/open'
import { openBids } from './open-bids'
import { sealingOfRound } from './queries'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })
const system = systemActor('schedule')
const openingOf = async (roundId: string) =>
  (await database().select().from(openings).where(eq(openings.roundId, roundId)))[0]!

describe('the opening of bids', () => {
  test('once, however many workers; the shares are wiped, and with the secret anyone opens them again (R8.3)', async () => {
    const { roundId, lotId } = await makeClosedSealedRound()
    expect(await letOpen(roundId)).toBe(true)
    const both = await Promise.all([openBids(system, { roundId }), openBids(system, { roundId })])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    const opened = await database().select().from(openedBids).where(eq(openedBids.roundId, roundId))
    expect(opened.map(({ amountMinor }) => amountMinor).sort()).toEqual([500_000n, 700_000n])
    const { publishedSecret, keptSecret, finishedAt } = await openingOf(roundId)
    expect([publishedSecret, keptSecret]).toEqual([secretOfRound(roundId), null])
    expect(finishedAt).not.toBeNull()
    const shares = await database().select().from(releasedShares).where(eq(releasedShares.roundId, roundId))
    expect(shares.map(({ share }) => share)).toEqual([null, null, null])
    const boxes = await database()
      .select()
      .from(bidAttempts)
      .where(eq(bidAttempts.lotId, lotId))
      .orderBy(bidAttempts.ordinal)
    const again = boxes.map(({ lotId: lot, bidderId: bidder, idempotencyKey: key, box }) => ({
      ...{ round: roundId, lot, bidder, key, ciphertext: box! },
    }))
    expect(await openAgain(again, publishedSecret!)).toMatchObject([
      { amountMinor: 700_000n },
      { amountMinor: 500_000n },
    ])
  })

  test('the secret goes to the auditor alone where the settings say so', async () => {
    const { roundId } = await makeClosedSealedRound({ sealedSecret: 'auditor' })
    await holdOpening(roundId)
    expect((await openingOf(roundId)).publishedSecret).toBeNull()
    const auditor = await makePerson({ roles: ['auditor'] })
    expect((await sealingOfRound(auditor, roundId))?.secret).toBe(secretOfRound(roundId))
    expect((await sealingOfRound(await officer(), roundId))?.secret).toBeNull()
  })

  test('refuses the role, a round without opening, and the moment', async () => {
    const { roundId } = await makeClosedSealedRound()
    expect(await openBids(await officer(), { roundId })).toMatchObject({ error: { code: 'access.denied' } })
    expect(await openBids(system, { roundId })).toMatchObject({ error: { code: 'thing.not-found' } })
    await letOpen(roundId)
    await database().update(rounds).set({ state: 'cancelled' }).where(eq(rounds.id, roundId))
    expect(await openBids(system, { roundId })).toMatchObject({ error: { code: 'opening.none' } })
  })
})
