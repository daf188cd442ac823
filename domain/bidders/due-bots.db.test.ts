import { inArray } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeOpenLots } from '@/db/factories/auctions'
import { bidders } from '@/db/schema/auctions'
import { auctionFormats } from '@/db/schema/rounds'
import { placeBid } from '@/domain/bids/place-bid'
import { systemActor } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { dueBots } from './due-bots'

afterAll(closeDatabase)

const system = systemActor('bid-as-bots')
const MINUTE = 60_000
const RESERVE_MINOR = 100_000n

async function withHouseBots(
  wanted: Parameters<typeof makeOpenLots>[0],
  struck: 'struck' | undefined = undefined,
) {
  const made = await makeOpenLots({ bidders: 3, reserveMinor: RESERVE_MINOR, ...wanted })
  const ids = made.bidders.map(({ id }) => id)
  const at = struck && processNow()
  await database()
    .update(bidders)
    .set({ houseBot: true, ...(at && { struckAt: at }) })
    .where(inArray(bidders.id, ids))
  const lotId = made.lots[0]!.id
  const dueAt = async (instant: Date) =>
    (await dueBots(instant, 'house')).filter((each) => each.lotId === lotId)
  return { ...made, lotId, dueAt }
}

describe('the house bots', () => {
  test.each(auctionFormats)(
    'bid in every format, %s, each bid once, from 3 to 9 reserves at most',
    async (format) => {
      const { dueAt } = await withHouseBots({
        format,
        closesInMs: 60 * MINUTE,
        ...(format === 'ascending-clock' && {
          settings: { clock: { roundMinutes: 60, recessMinutes: 0, stepsPerRound: 1 } },
        }),
      })
      const later = new Date(processNow().getTime() + 40 * MINUTE)
      const placed: bigint[] = []
      for (let bids = await dueAt(later); bids.length > 0; bids = await dueAt(later)) {
        for (const { key, ...stated } of bids) {
          expect(await placeBid(system, stated, { idempotencyKey: key })).toMatchObject({ ok: true })
          placed.push(BigInt('maxMinor' in stated ? stated.maxMinor : stated.amountMinor))
        }
      }
      expect(placed.length).toBeGreaterThanOrEqual(3)
      for (const minor of placed) {
        expect(minor).toBeGreaterThanOrEqual(RESERVE_MINOR)
        expect(minor).toBeLessThanOrEqual(9n * RESERVE_MINOR)
      }
    },
  )

  test('leave the window of the soft close, ten minutes here, to people', async () => {
    const { dueAt, round } = await withHouseBots({ closesInMs: 60 * MINUTE })
    const closes = round.timetable.biddingClosesAt.getTime()
    expect(await dueAt(new Date(closes - 11 * MINUTE))).toHaveLength(1)
    expect(await dueAt(new Date(closes - 9 * MINUTE))).toEqual([])
  })

  test('stop when they are struck, and are nobody in practice auctions', async () => {
    const soon = new Date(processNow().getTime() + 5 * MINUTE)
    const { dueAt } = await withHouseBots({}, 'struck')
    expect(await dueAt(soon)).toEqual([])
    const { lotId } = await withHouseBots({})
    expect((await dueBots(soon, 'practice')).filter((each) => each.lotId === lotId)).toEqual([])
  })
})
