import { asc, eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database, pool } from '@/db/client'
import { type MadeBidder, makeOpenLots } from '@/db/factories/auctions'
import { bidAttempts, lotEvents } from '@/db/schema/auctions'
import { lots } from '@/db/schema/rounds'
import { type AuctionState, stateOf, termsOf } from '@/domain/lots/lot-auction'
import { type History, replay } from '@/engine/auction'
import { brokenInvariant } from '@/engine/invariants'
import { eventFromJson, type Json, stateToJson } from '@/engine/json'
import { firstWrongEvent } from '@/engine/verify'
import { placeBid } from './place-bid'
import { isOurReceipt } from './receipt'

afterAll(closeDatabase)

/** What must be true of a lot after any run: nothing lost, nothing twice, no gap, and the tables equal the replay. */
async function audit(lotId: string) {
  const db = database()
  const [row] = await db.select().from(lots).where(eq(lots.id, lotId))
  const events = await db
    .select()
    .from(lotEvents)
    .where(eq(lotEvents.lotId, lotId))
    .orderBy(asc(lotEvents.sequence))
  const attempts = await db.select().from(bidAttempts).where(eq(bidAttempts.lotId, lotId))
  const history = events.map((each) => eventFromJson(each.event as Json)) as unknown as History
  expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1))
  expect(row?.sequence).toBe(events.length)
  expect(firstWrongEvent(history)).toBeNull()
  const state = replay(history) as AuctionState
  const terms = await termsOf(pool(), lotId)
  expect(stateToJson(stateOf(terms!, row?.auction))).toEqual(stateToJson(state))
  expect(row?.priceMinor).toBe(state.lead?.priceMinor ?? null)
  expect(brokenInvariant(state)).toBeUndefined()
  const accepted = events.filter(({ type }) => type === 'bid-accepted')
  expect(
    attempts
      .filter(({ code }) => code === 'accepted')
      .map(({ id }) => id)
      .sort(),
  ).toEqual(accepted.map(({ attemptId }) => attemptId).sort())
  for (const attempt of attempts) expect(isOurReceipt(attempt.receipt)).toBe(true)
  return { state, attempts, accepted, history }
}

const bid = (bidder: MadeBidder, lotId: string, maxMinor: bigint, key?: string) =>
  placeBid(bidder.person, { lotId, maxMinor: maxMinor.toString() }, key ? { idempotencyKey: key } : {})

describe('many at once', () => {
  test('200 bids on one lot at the same moment', async () => {
    const {
      lots: [lot],
      bidders: people,
    } = await makeOpenLots({ bidders: 40 })
    const started = performance.now()
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        bid(people[index % 40]!, lot!.id, 100_000n + BigInt((index * 7919) % 200) * 50_000n),
      ),
    )
    console.log('200 bids', performance.now() - started)
    const { attempts, accepted } = await audit(lot!.id)
    expect(attempts).toHaveLength(200)
    expect(answers.filter(({ ok }) => ok)).toHaveLength(accepted.length)
  })
})
