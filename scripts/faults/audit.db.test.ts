import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { type MadeAuction, makeOpenLots } from '@/db/factories/auctions'
import { bidAttempts, bidders } from '@/db/schema/auctions'
import { placeBid } from '@/domain/bids/place-bid'
import { env } from '@/env'
import { audit, lineOf } from './audit'
import type { Book } from './compare-book'

/** The auditor is shown to be able to find what it looks for. */
afterAll(closeDatabase)

async function heldAuction(): Promise<{ auction: MadeAuction; book: Book }> {
  const auction = await makeOpenLots({ bidders: 3 })
  const book: Book = { acknowledged: [], refused: [], unanswered: [] }
  const lot = auction.lots[0]!.id
  for (const [index, bidder] of auction.bidders.entries()) {
    const told = { lot, bidder: bidder.id, key: `key-of-${index}`, maxMinor: String((index + 1) * 500_000) }
    const answer = await placeBid(
      bidder.person,
      { lotId: lot, maxMinor: told.maxMinor },
      { idempotencyKey: told.key },
    )
    if (answer.ok) book.acknowledged.push({ ...told, attemptId: answer.value.attemptId })
  }
  return { auction, book }
}

const look = ({ auction, book }: { auction: MadeAuction; book: Book }, closed = false) =>
  audit(
    env.DATABASE_URL,
    { lots: auction.lots.map(({ id }) => id), rounds: [auction.round.id] },
    book,
    closed,
  )

test('finds nothing where nothing is wrong', async () => {
  const found = await look(await heldAuction())
  expect(lineOf(found)).toBe('acknowledged 3, lost 0, duplicated 0, late 0, double awards 0, gaps 0')
  expect(found.problems).toEqual([])
})

test('finds an acknowledged bid that is not there, or there for another amount', async () => {
  const held = await heldAuction()
  const [first, second] = held.book.acknowledged
  held.book.acknowledged.push({ ...first!, key: 'never-arrived', attemptId: 'bid_nothing' })
  second!.maxMinor = '1'
  expect(await look(held)).toMatchObject({ acknowledged: 4, lost: 2, duplicated: 0 })
})

test('finds one key with two answers', async () => {
  const held = await heldAuction()
  held.book.acknowledged.push({ ...held.book.acknowledged[0]!, attemptId: 'bid_other' })
  expect(await look(held)).toMatchObject({ lost: 1, duplicated: 1 })
})

test('finds a bid that was told refused and stands, and one without an answer', async () => {
  const held = await heldAuction()
  const told = held.book.acknowledged.pop()!
  held.book.refused.push({ ...told, code: 'bid.closed' })
  held.book.unanswered.push(told)
  const { problems } = await look(held)
  expect(problems).toHaveLength(2)
})

test('finds an accepted attempt that left no event and no audit entry, and a lot that was to be closed', async () => {
  const held = await heldAuction()
  const [kept] = await database().select().from(bidAttempts).limit(1)
  const { ordinal: _, ...asKept } = kept!
  const stray = { ...asKept, lotId: held.auction.lots[0]!.id, bidderId: held.auction.bidders[0]!.id }
  await database()
    .insert(bidAttempts)
    .values({ ...stray, id: 'bid_stray', idempotencyKey: 'stray-key' })
  held.book.acknowledged.push({
    lot: stray.lotId,
    bidder: stray.bidderId,
    key: 'stray-key',
    maxMinor: String(stray.maxMinor),
    attemptId: 'bid_stray',
  })
  const found = await look(held, true)
  expect(found).toMatchObject({ lost: 1 })
  expect(found.problems).toHaveLength(2)
})

test('finds a bidder that led with more than its limit over several lots (R7.2)', async () => {
  const auction = await makeOpenLots({ lots: 2, bidders: 2 })
  const [bidder] = auction.bidders
  const book: Book = { acknowledged: [], refused: [], unanswered: [] }
  for (const { id } of auction.lots) await placeBid(bidder!.person, { lotId: id, maxMinor: '600000' })
  const setLimit = (limitMinor: bigint) =>
    database().update(bidders).set({ limitMinor, committedMinor: 0n }).where(eq(bidders.id, bidder!.id))
  await setLimit(1_200_000n)
  expect((await look({ auction, book })).problems).toEqual([])
  await setLimit(1_199_999n)
  expect((await look({ auction, book })).problems).toEqual([
    `Bidder ${bidder!.paddle} led with more than its limit.`,
  ])
})
