import { eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { makeOpenLots } from '@/db/factories/auctions'
import { makePerson } from '@/db/factories/people'
import { holdOpening, sealedFor } from '@/db/factories/sealing'
import { auctionFormats, lots } from '@/db/schema/rounds'
import { passTo } from '@/db/testing/test-clock'
import { placeBid } from '@/domain/bids/place-bid'
import { closeLot } from '@/domain/lots/close-lot'
import { stepClock } from '@/domain/lots/step-clock'
import { advanceRound } from '@/domain/rounds/advance-round'
import { finaliseRound } from '@/domain/rounds/finalise-round'
import { publicRounds } from '@/domain/rounds/public-queries'
import type { AnyTerms, History } from '@/engine/auction'
import { eventFromJson, type Json } from '@/engine/json'
import { firstWrongEvent } from '@/engine/verify'
import { systemActor } from '@/lib/access/actor'
import { publicBids } from './public-bids'
import { publicEvents, publicResult } from './public-queries'

afterAll(closeDatabase)

const system = systemActor('schedule')
const officer = () => makePerson({ roles: ['programme-officer'] })

/** What two bidders state so that the first of them wins; a clock stops after one round. */
const stated = {
  'open-ascending': [{ maxMinor: '800000' }, { maxMinor: '400000' }],
  'ascending-clock': [
    { round: 1, amountMinor: '150000' },
    { round: 1, amountMinor: '120000' },
  ],
  sealed: [{ amountMinor: '800000' }, { amountMinor: '400000' }],
}
const prices = {
  'sealed-first-price': 800_000n,
  'sealed-second-price': 400_000n,
  'sealed-quality-weighted': 400_000n,
  'ascending-clock': 120_000n,
  'open-ascending': 450_000n,
}

/** What everyone may know of a lot of each format once two bids are in and before it closes (R7.3). */
const duringBidding = {
  sealed: { priceMinor: null, bids: null, clock: null, outcome: null },
  'open-ascending': { priceMinor: 450_000n, bids: 2, clock: null, outcome: null },
  'ascending-clock': {
    priceMinor: 100_000n,
    bids: null,
    clock: { round: 1, state: 'round', startMinor: '100000', remaining: 2 },
    outcome: null,
  },
}
/** The same once it is closed, and not final: no price, no winner, no exit. */
const onceClosed = {
  sealed: duringBidding.sealed,
  'open-ascending': duringBidding['open-ascending'],
  'ascending-clock': {
    ...duringBidding['ascending-clock'],
    clock: { round: 1, state: 'stopped', startMinor: '100000', remaining: 1 },
  },
}

async function publicLotOf(lotId: string) {
  return (await publicRounds()).flatMap((round) => round.lots).find((lot) => lot.lotId === lotId)
}

/** How the result says it came about. */
const told = {
  'open-ascending': { sealed: null, clock: null },
  'ascending-clock': {
    sealed: null,
    clock: [{ round: 1, began: 2, remaining: 1, bids: 2, exits: [{ minor: 120_000n }] }],
  },
  'sealed-first-price': { clock: null, sealed: { price: { minor: 800_000n, from: 'own-bid' } } },
  'sealed-second-price': { clock: null, sealed: { price: { minor: 400_000n, from: 'runner-up' } } },
  'sealed-quality-weighted': {
    clock: null,
    sealed: {
      bids: [{ amountMinor: 800_000n, weight: { scoreHundredths: 8000 } }, { amountMinor: 400_000n }],
      price: { minor: 400_000n, from: 'runner-up' },
    },
  },
}

test.each(auctionFormats)('%s: from bids to a public result that anyone can check', async (format) => {
  const {
    round,
    lots: made,
    bidders,
  } = await makeOpenLots({
    format,
    closesInMs: 3500,
    roundLeftMs: 3500,
    settings: {
      clock: { roundMinutes: 9, recessMinutes: 0, stepsPerRound: 1 },
      qualityCoefficientMaxBp: 2000,
    },
    softClose: { windowSeconds: 0, extendSeconds: 0, hardEnd: null },
  })
  const lot = made[0]!
  const isSealed = format !== 'open-ascending' && format !== 'ascending-clock'
  const shapes = isSealed ? stated.sealed : stated[format]
  for (const [index, shape] of shapes.entries()) {
    const { id: bidder, person } = bidders[index]!
    const place = { round: round.id, lot: lot.id, bidder }
    const { key, body } =
      isSealed && 'amountMinor' in shape
        ? await sealedFor(place, BigInt(shape.amountMinor))
        : { key: `state-${index}-0`, body: shape }
    const answer = await placeBid(person, { lotId: lot.id, ...body }, { idempotencyKey: key })
    expect(answer).toMatchObject({ ok: true })
  }
  const group = format === 'open-ascending' || format === 'ascending-clock' ? format : 'sealed'
  expect(await publicLotOf(lot.id)).toMatchObject(duringBidding[group])
  const [row] = await database().select().from(lots).where(eq(lots.id, lot.id))
  await passTo(row!.closesAt!)
  if (isSealed) await holdOpening(round.id)
  const close = format === 'ascending-clock' ? stepClock : closeLot
  expect(await close(system, { lotId: lot.id })).toMatchObject({ ok: true, value: { outcome: 'sold' } })
  expect(await publicLotOf(lot.id)).toMatchObject(onceClosed[group])
  expect(await publicResult(lot.id)).toBeUndefined()
  expect(await publicBids(lot.id)).toBeUndefined()
  await advanceRound(system, { roundId: round.id })
  expect(
    await approve(await finaliseRound(await officer(), { roundId: round.id }), await officer()),
  ).toMatchObject({ ok: true, value: { awarded: 1 } })

  const result = await publicResult(lot.id)
  expect(result).toMatchObject({ outcome: 'sold', priceMinor: prices[format], bids: 2 })
  expect(result!.paddles[0]?.paddle).toBe(bidders[0]!.paddle)
  expect(result).toMatchObject(told[format])
  expect(
    (await publicBids(lot.id))!.bids.map(({ paddle, amountMinor, fate }) => [paddle, amountMinor, fate]),
  ).toEqual(
    shapes.map((shape, index) => [
      bidders[index]!.paddle,
      BigInt('maxMinor' in shape ? shape.maxMinor : shape.amountMinor),
      'counts',
    ]),
  )
  expect(result!.checks.filter(({ passed }) => !passed)).toEqual([])
  expect(result!.checks).toHaveLength(format === 'open-ascending' ? 4 : 5)
  const { events } = (await publicEvents(lot.id))!
  const history = events.map((event) => eventFromJson<AnyTerms>(event as Json))
  expect(firstWrongEvent(history as unknown as History<AnyTerms>)).toBeNull()
})
