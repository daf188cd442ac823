import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { makeOpenLots } from '@/db/factories/auctions'
import { makePerson } from '@/db/factories/people'
import { bidAttempts } from '@/db/schema/auctions'
import { rounds } from '@/db/schema/rounds'
import { openings } from '@/db/schema/sealing'
import { mailOutbox } from '@/db/schema/system'
import { makeClosedSealedRound } from '@/db/testing/sealed-rounds'
import { extendRound } from '@/domain/rounds/extend-round'
import { beginOpening, hashOfAll } from './begin-opening'

afterAll(closeDatabase)

const officer = () => makePerson({ roles: ['programme-officer'] })
const begin = async (roundId: string) =>
  approve(await beginOpening(await officer(), { roundId }), await officer())

describe('the beginning of an opening', () => {
  test('fixes number and hash of the bids, asks the custodians, and no close moves any more (R8.3)', async () => {
    const { roundId, lotId, custodians } = await makeClosedSealedRound()
    expect(await begin(roundId)).toMatchObject({ ok: true, value: { bids: 2 } })
    const boxes = await database()
      .select()
      .from(bidAttempts)
      .where(eq(bidAttempts.lotId, lotId))
      .orderBy(bidAttempts.ordinal)
    const [opening] = await database().select().from(openings).where(eq(openings.roundId, roundId))
    expect(opening).toMatchObject({
      bids: 2,
      bidsHash: hashOfAll(boxes.map(({ boxHash }) => boxHash!)),
      unlockedAt: null,
    })
    const letters = await database().select().from(mailOutbox).where(eq(mailOutbox.template, 'opening-begun'))
    expect(letters.map(({ to }) => to).sort()).toEqual(custodians.map(({ person }) => person.email).sort())
    const longer = { roundId, period: 'bidding', minutes: 15, reason: 'Two registrars report slow sign-in.' }
    expect(await extendRound(await officer(), longer)).toMatchObject({
      error: { code: 'round.boxes-opened' },
    })
    expect(await begin(roundId)).toMatchObject({ error: { code: 'opening.begun' } })
  })

  test('refuses the role and the stranger', async () => {
    const { roundId, custodians } = await makeClosedSealedRound()
    const administrator = await makePerson({ roles: ['administrator'] })
    for (const person of [administrator, custodians[0]!.person])
      expect(await beginOpening(person, { roundId })).toMatchObject({ error: { code: 'access.denied' } })
    expect(await beginOpening(await officer(), { roundId: 'rnd_none' })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
  })

  test('refuses the moment: while anyone can bid, where nobody did, and once it was cancelled', async () => {
    const open = await makeOpenLots({ format: 'sealed-first-price' })
    const ask = async (roundId: string) => beginOpening(await officer(), { roundId })
    expect(await ask(open.round.id)).toMatchObject({ error: { code: 'opening.no-bids' } })
    const { roundId } = await makeClosedSealedRound()
    await database().update(rounds).set({ state: 'cancelled' }).where(eq(rounds.id, roundId))
    expect(await ask(roundId)).toMatchObject({ error: { code: 'round.wrong-state' } })
  })
})
