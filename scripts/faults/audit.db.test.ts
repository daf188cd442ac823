import { and, eq, sql } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { type MadeAuction, makeOpenLots } from '@/db/factories/auctions'
import { holdOpening, sealedFor } from '@/db/factories/sealing'
import { bidAttempts, bidders, lotEvents } from '@/db/schema/auctions'
import { lots } from '@/db/schema/rounds'
import { passTo } from '@/db/testing/test-clock'
import { placeBid } from '@/domain/bids/place-bid'
import { closeLot } from '@/domain/lots/close-lot'
import { stepClock } from '@/domain/lots/step-clock'
import { env } from '@/env'
import { systemActor } from '@/lib/access/actor'
import { audit, lineOf } from './audit'
import type { Book } from './compare-book'

/** The auditor is shown to be able to find what it looks for. */
afterAll(closeDatabase)

async function heldAuction(): Promise<{ auction: MadeAuction; book: Book }> {
  const auction = await makeOpenLots({ bidders: 3 })
  const book: Book = { acknowledged: [], refused: [], unanswered: [] }
  const lot = auction.lots[0]!.id
  for (const [index, bidder] of auction.bidders.entries()) {
    const told = { lot, bidder: bidder.id, key: `key-of-${index}`, minor: String((index + 1) * 500_000) }
    const answer = await placeBid(
      bidder.person,
      { lotId: lot, maxMinor: told.minor },
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
  second!.minor = '1'
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
    minor: String(stray.maxMinor),
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
    `Bidder ${bidder!.paddle} stood committed beyond its limit.`,
  ])
})

const system = systemActor('schedule')
const CLOCK = { clock: { roundMinutes: 9, recessMinutes: 0, stepsPerRound: 1 } }

/** What three bidders state so that the first wins; a clock stops after its first round. */
const stated = {
  'sealed-second-price': ['800000', '500000', '400000'].map((amountMinor) => ({ amountMinor })),
  'ascending-clock': ['150000', '120000', '110000'].map((amountMinor) => ({ amountMinor, round: 1 })),
}

/** A private auction with three bids, one of them replaced, that is over and closed. */
async function closedAuction(format: keyof typeof stated): Promise<{ auction: MadeAuction; book: Book }> {
  const auction = await makeOpenLots({
    format,
    bidders: 3,
    closesInMs: 3500,
    roundLeftMs: 3500,
    settings: CLOCK,
  })
  const book: Book = { acknowledged: [], refused: [], unanswered: [] }
  const isSealed = format === 'sealed-second-price'
  const lot = auction.lots[0]!.id
  const bids = stated[format].map((each, index) => ({ bidder: auction.bidders[index]!, each }))
  for (const [index, { bidder, each }] of [bids[1]!, ...bids].entries()) {
    const key = `private-key-${index}`
    const place = { round: auction.round.id, lot, bidder: bidder.id, key }
    const body = isSealed ? (await sealedFor(place, BigInt(each.amountMinor))).body : each
    const answer = await placeBid(bidder.person, { lotId: lot, ...body }, { idempotencyKey: key })
    if (!answer.ok) throw new Error(answer.error.code)
    const { attemptId } = answer.value
    book.acknowledged.push({ lot, bidder: bidder.id, key, minor: each.amountMinor, attemptId })
  }
  const [row] = await database().select().from(lots).where(eq(lots.id, lot))
  await passTo(row!.closesAt!)
  if (isSealed) await holdOpening(auction.round.id)
  const ended = await (format === 'ascending-clock' ? stepClock : closeLot)(system, { lotId: lot })
  expect(ended).toMatchObject({ ok: true, value: { outcome: 'sold' } })
  return { auction, book }
}

/** As if somebody had changed the record behind the portal's back. */
async function change(lotId: string, sequence: number, event: ReturnType<typeof sql>): Promise<void> {
  await database().transaction(async (tx) => {
    await tx.execute(sql`set local role none`)
    await tx.execute(sql`alter table lot_events disable trigger all`)
    await tx
      .update(lotEvents)
      .set({ event })
      .where(and(eq(lotEvents.lotId, lotId), eq(lotEvents.sequence, sequence)))
    await tx.execute(sql`alter table lot_events enable trigger all`)
  })
}

describe.each(['sealed-second-price', 'ascending-clock'] as const)('%s', (format) => {
  test('nothing is wrong where nothing is, after the close', async () => {
    const found = await look(await closedAuction(format), true)
    expect(lineOf(found)).toBe('acknowledged 4, lost 0, duplicated 0, late 0, double awards 0, gaps 0')
    expect(found.problems).toEqual([])
  })

  /** The event of the first bid: before it a clock has opened its round. */
  const first = format === 'ascending-clock' ? 3 : 2

  test('finds a bid at or after the close', async () => {
    const held = await closedAuction(format)
    const late = sql`jsonb_set(event, '{at}', '"2099-01-01T00:00:00.000Z"')`
    await change(held.auction.lots[0]!.id, first, late)
    expect(await look(held, true)).toMatchObject({ late: 1, problems: [expect.stringMatching(/^Event/)] })
  })

  test('finds an amount that is not what the bidder was told', async () => {
    const held = await closedAuction(format)
    const { id } = held.auction.lots[0]!
    await change(id, first, sql`jsonb_set(event, '{amountMinor}', '"499999"')`)
    const found = await look(held, true)
    expect(found).toMatchObject(
      format === 'ascending-clock' ? { problems: [expect.stringMatching(/^Event/)] } : { lost: 1 },
    )
  })

  test('finds a lot that was awarded twice', async () => {
    const held = await closedAuction(format)
    const [end] = await database()
      .select()
      .from(lotEvents)
      .where(and(eq(lotEvents.lotId, held.auction.lots[0]!.id), eq(lotEvents.type, 'auction-closed')))
    const { ordinal: _given, ...again } = end!
    await database()
      .insert(lotEvents)
      .values({ ...again, sequence: again.sequence + 1 })
    expect(await look(held, true)).toMatchObject({ doubleAwards: 1 })
  })

  test('finds a row that names another leader than its events', async () => {
    const held = await closedAuction(format)
    const { id } = held.auction.lots[0]!
    await database().update(lots).set({ leaderId: held.auction.bidders[1]!.id }).where(eq(lots.id, id))
    expect((await look(held, true)).problems).toEqual([`The row of lot ${id} is not where its events lead.`])
  })
})
