import { asc, eq, sql } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { type MadeBidder, makeOpenLots, openLotRow } from '@/db/factories/auctions'
import { bidAttempts, bidders, lotEvents } from '@/db/schema/auctions'
import { lots, rounds } from '@/db/schema/rounds'
import { auditLog } from '@/db/schema/system'
import { changeEnvironment } from '@/db/testing/change-environment'
import { closeLot } from '@/domain/lots/close-lot'
import { replayLot } from '@/domain/results/replay-lot'
import { type AuctionEvent, begin, evolve } from '@/engine/auction'
import type { OpenAscendingState } from '@/engine/formats/open-ascending-terms'
import { brokenInvariant } from '@/engine/invariants'
import { eventFromJson, type Json } from '@/engine/json'
import { limitOf } from '@/engine/limits'
import { systemActor } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { placeBid } from './place-bid'
import { isOurReceipt } from './receipt'

// A pool far smaller than the crowd: whoever asks it for a second connection while holding one would stop it for good.
changeEnvironment({ DATABASE_POOL: '5', DATABASE_BID_POOL: '3' })
afterAll(closeDatabase)

const bid = (bidder: MadeBidder, lotId: string, maxMinor: bigint, idempotencyKey?: string) =>
  placeBid(bidder.person, { lotId, maxMinor: maxMinor.toString() }, idempotencyKey ? { idempotencyKey } : {})

type Answers = Awaited<ReturnType<typeof bid>>[]

/** What must be true of a lot after any run: nothing lost, doubled or late, no gap, and the tables equal the replay. */
async function checkLot(lotId: string) {
  const db = database()
  const [lot] = await db.select().from(lots).where(eq(lots.id, lotId))
  const rows = await db
    .select()
    .from(lotEvents)
    .where(eq(lotEvents.lotId, lotId))
    .orderBy(asc(lotEvents.sequence))
  const attempts = await db.select().from(bidAttempts).where(eq(bidAttempts.lotId, lotId))
  expect(rows.map(({ sequence }) => sequence)).toEqual(rows.map((_, index) => index + 1))
  expect((await replayLot(db, lot!)).difference).toBeUndefined()
  const events = rows.map(({ event }) => eventFromJson(event as Json))
  let state = openingOf(events)
  for (const event of events.slice(1)) {
    if (event.type === 'bid-accepted') expect(event.at! < state.closesAt).toBe(true)
    state = evolve(state, event)
    expect(brokenInvariant(state)).toBeUndefined()
  }
  return { attempts, accepted: attempts.filter(({ code }) => code === 'accepted') }
}

function openingOf([opened]: readonly AuctionEvent[]): OpenAscendingState {
  if (opened?.type !== 'auction-opened') throw new Error('The first event opens.')
  return begin(opened) as OpenAscendingState
}

/** What callers were told and what the tables hold are the same bids. */
function checkAcknowledged(
  answers: Answers,
  attempts: readonly { id: string; receipt: string; code: string }[],
) {
  const told = new Set(answers.flatMap((answer) => (answer.ok ? [answer.value.attemptId] : [])))
  const kept = new Set(attempts.filter(({ code }) => code === 'accepted').map(({ id }) => id))
  expect(told).toEqual(kept)
  const receipts = new Set(attempts.map(({ receipt }) => receipt))
  for (const { receipt } of answers) {
    expect(receipt !== undefined && receipts.has(receipt)).toBe(true)
    expect(isOurReceipt(receipt ?? '')).toBe(true)
  }
}

/** Nobody stands committed beyond its limit, and what each account says is what its lots say. */
async function checkLimits(roundId: string) {
  const db = database()
  const rows = await db.select().from(bidders).where(eq(bidders.roundId, roundId))
  const leads = await db.select().from(lots).where(eq(lots.roundId, roundId))
  for (const { id, committedMinor, limitMinor } of rows) {
    const led = leads.filter(({ leaderId }) => leaderId === id)
    const sum = led.reduce(
      (total, { auction }) =>
        total + BigInt((auction as { lead: { leaderMaxMinor: string } }).lead.leaderMaxMinor),
      0n,
    )
    expect(committedMinor).toBe(sum)
    expect(limitMinor === null || committedMinor <= limitMinor).toBe(true)
  }
}

const spread = (index: number, many: number) => BigInt((index * 7919) % many)

describe('many at once, five connections', { timeout: 60_000 }, () => {
  test('200 bids on one lot', async () => {
    const {
      round,
      lots: [lot],
      bidders: people,
    } = await makeOpenLots({ bidders: 40 })
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        bid(people[index % 40]!, lot!.id, 100_000n + spread(index, 200) * 50_000n),
      ),
    )
    const { attempts } = await checkLot(lot!.id)
    expect(attempts).toHaveLength(200)
    checkAcknowledged(answers, attempts)
    await checkLimits(round.id)
    const ids = new Set(attempts.map(({ id }) => id))
    const entries = (await database().select().from(auditLog)).filter(({ object }) => ids.has(object))
    expect(entries).toHaveLength(200)
  })

  test('64 bidders on 50 lots, each with a limit that covers a few of them', async () => {
    const {
      round,
      lots: made,
      bidders: people,
    } = await makeOpenLots({ lots: 50, bidders: 64, depositMinor: 200_000n })
    const answers = await Promise.all(
      people.flatMap((person, who) =>
        Array.from({ length: 20 }, (_, index) => {
          const lot = made[(who * 13 + index * 7) % 50]!
          return bid(person, lot.id, 100_000n + spread(who + index * 31, 40) * 50_000n)
        }),
      ),
    )
    const all = await Promise.all(made.map(({ id }) => checkLot(id)))
    const attempts = all.flatMap((each) => each.attempts)
    expect(attempts).toHaveLength(64 * 20)
    expect(attempts.some(({ code }) => code === 'bid.over-limit')).toBe(true)
    checkAcknowledged(answers, attempts)
    await checkLimits(round.id)
  })

  test('the same key fifty times is one bid with one answer; with another amount it is refused', async () => {
    const {
      lots: [lot],
      bidders: [person],
    } = await makeOpenLots()
    const same = Array.from({ length: 50 }, () => bid(person!, lot!.id, 300_000n, 'the-same-key'))
    const other = Array.from({ length: 10 }, () => bid(person!, lot!.id, 400_000n, 'the-same-key'))
    const [first, ...rest] = await Promise.all(same)
    for (const { replayed: _, ...answer } of rest) expect(answer).toEqual(first)
    expect(rest.every(({ replayed }) => replayed)).toBe(true)
    for (const answer of await Promise.all(other))
      expect(answer).toMatchObject({ ok: false, error: { code: 'request.repeated-differently' } })
    const { attempts } = await checkLot(lot!.id)
    expect(attempts).toHaveLength(1)
  })

  test('while the lot closes: each bid is before the close or refused, and nobody is left without an answer', async () => {
    const {
      round,
      lots: [lot],
      bidders: people,
    } = await makeOpenLots({
      bidders: 20,
      open: false,
      softClose: { windowSeconds: 0, extendSeconds: 0, hardEnd: null },
    })
    const closesAt = new Date(processNow().getTime() + 1500)
    await database().update(rounds).set({ biddingClosesAt: closesAt }).where(eq(rounds.id, round.id))
    await openLotRow(lot!.id)
    const answers: Answers = []
    const until = closesAt.getTime() + 300
    const keepBidding = async (person: MadeBidder, who: number) => {
      for (let index = 0; processNow().getTime() < until; index++)
        answers.push(await bid(person, lot!.id, 100_000n + BigInt(index * 20 + who) * 100_000n))
    }
    const keepClosing = async () => {
      while (processNow().getTime() < until) await closeLot(systemActor('schedule'), { lotId: lot!.id })
    }
    await Promise.all([keepClosing(), keepClosing(), ...people.map(keepBidding)])
    const { attempts, accepted } = await checkLot(lot!.id)
    checkAcknowledged(answers, attempts)
    expect(accepted.length).toBeGreaterThan(0)
    expect(attempts.some(({ code }) => code === 'bid.closed')).toBe(true)
    expect(accepted.every(({ decidedAt }) => decidedAt < closesAt)).toBe(true)
    const [row] = await database().select().from(lots).where(eq(lots.id, lot!.id))
    expect(row?.state).toBe('closed')
  })

  test('one bidder with sixty requests does not delay another: both are in the next transaction', async () => {
    const { lots: made, bidders: people } = await makeOpenLots({ bidders: 2 })
    const [crowd, honest] = people
    const lotId = made[0]!.id
    const placed = (bidder: MadeBidder, maxMinor: bigint) =>
      placeBid(bidder.person, { lotId, maxMinor: maxMinor.toString() }, { holder: bidder.id })
    const crowding = Array.from({ length: 60 }, (_, index) => placed(crowd!, BigInt(index + 1) * 1_000_000n))
    const fair = await placed(honest!, 900_000_000n)
    const answers = await Promise.all(crowding)
    expect(answers.filter((answer) => answer.ok)).toHaveLength(16)
    expect(answers.filter((answer) => !answer.ok && answer.error.code === 'request.too-many')).toHaveLength(
      44,
    )
    expect(fair.ok && fair.value.code).toBe('accepted')
    const { attempts } = await checkLot(lotId)
    expect(new Set(attempts.map(({ decidedAt }) => decidedAt.getTime())).size).toBe(1)
  })

  test('bids on several lots are decided in order of arrival: a limit that covers one goes to the first', async () => {
    const deposit = 200_000n
    const { round, lots: made, bidders: people } = await makeOpenLots({ lots: 8, depositMinor: deposit })
    const all = limitOf(deposit)!
    const inTurn = [5, 2, 7, 0, 1, 3, 4, 6].map((index) => made[index]!)
    const answers = await Promise.all(inTurn.map(({ id }) => bid(people[0]!, id, all)))
    const codes = answers.map((answer) => (answer.ok ? 'accepted' : answer.error.code))
    expect(codes).toEqual(['accepted', ...Array(7).fill('bid.over-limit')])
    const checked = await Promise.all(made.map(({ id }) => checkLot(id)))
    const instants = checked.flatMap(({ attempts }) => attempts.map(({ decidedAt }) => decidedAt.getTime()))
    expect(new Set(instants).size).toBe(1)
    await checkLimits(round.id)
  })

  test('a lot that somebody keeps locked holds up its own bids alone', async () => {
    const { lots: made, bidders: people } = await makeOpenLots({ lots: 2 })
    const [kept, free] = made.map(({ id }) => id)
    let release = () => {}
    const released = new Promise<void>((resolve) => {
      release = resolve
    })
    let holding: Promise<void> | undefined
    await new Promise<void>((locked) => {
      holding = database().transaction(async (tx) => {
        await tx.select({ id: lots.id }).from(lots).where(eq(lots.id, kept!)).for('update')
        locked()
        await released
      })
    })
    const held = bid(people[0]!, kept!, 300_000n)
    const answers = [await bid(people[0]!, free!, 300_000n), await bid(people[1]!, free!, 900_000n)]
    expect(answers.every(({ ok }) => ok)).toBe(true)
    release()
    await holding
    await held
    expect((await bid(people[0]!, kept!, 400_000n)).ok).toBe(true)
    for (const { id } of made) await checkLot(id)
  })

  test('256 callers and as many readers do not stop a pool of five', async () => {
    const { lots: made, bidders: people } = await makeOpenLots({ lots: 16, bidders: 16 })
    const callers = Array.from({ length: 256 }, (_, index) =>
      bid(people[index % 16]!, made[(index >> 4) % 16]!.id, 100_000n + BigInt(index) * 50_000n),
    )
    const readers = Array.from({ length: 256 }, () => database().execute(sql`select pg_sleep(0.001)`))
    const answers = await Promise.all(callers)
    await Promise.all(readers)
    expect(answers.filter((answer) => !answer.ok && answer.error.status >= 500)).toEqual([])
    for (const { id } of made) await checkLot(id)
  })
})
