import { inArray } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { makeOpenLots } from '@/db/factories/auctions'
import { secretOfRound } from '@/db/factories/sealing'
import { bidders } from '@/db/schema/auctions'
import { auctionFormats } from '@/db/schema/rounds'
import { placeBid } from '@/domain/bids/place-bid'
import { systemActor } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { fromBase64 } from '@/sealing/base64'
import { openerWith } from '@/sealing/open'
import type { BotBid } from './bot-bids'
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

/** What a bot bids; of a sealed bid as it will be opened. */
async function amountIn(bid: BotBid, round: string): Promise<bigint> {
  if ('maxMinor' in bid) return BigInt(bid.maxMinor)
  if ('amountMinor' in bid) return BigInt(bid.amountMinor)
  const { lotId: lot, bidderId: bidder, key } = bid
  const ciphertext = fromBase64(bid.ciphertext)!
  const opened = await openerWith(secretOfRound(round))({ round, lot, bidder, key, ciphertext })
  return 'void' in opened ? 0n : opened.amountMinor
}

describe('the house bots', () => {
  test.each(auctionFormats)(
    'bid in every format, %s, each bid once, from 3 to 9 reserves at most',
    async (format) => {
      const { round, dueAt } = await withHouseBots({
        format,
        closesInMs: 60 * MINUTE,
        ...(format === 'ascending-clock' && {
          settings: { clock: { roundMinutes: 60, recessMinutes: 0, stepsPerRound: 1 } },
        }),
      })
      const later = new Date(processNow().getTime() + 40 * MINUTE)
      const placed: bigint[] = []
      for (let bids = await dueAt(later); bids.length > 0; bids = await dueAt(later)) {
        for (const bid of bids) {
          const { key, ...stated } = bid
          expect(await placeBid(system, stated, { idempotencyKey: key })).toMatchObject({ ok: true })
          placed.push(await amountIn(bid, round.id))
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
