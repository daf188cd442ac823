import { armor } from 'age-encryption'
import { asc, eq, sql } from 'drizzle-orm'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { closeDatabase, database, pool } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { type MadeBidder, makeOpenLots, openLotRow } from '@/db/factories/auctions'
import { makePerson } from '@/db/factories/people'
import { holdOpening, sealedFor } from '@/db/factories/sealing'
import { bidAttempts, bidders, lotBidders, lotEvents } from '@/db/schema/auctions'
import { lots, rounds } from '@/db/schema/rounds'
import { auditLog, heartbeats, liveVersions } from '@/db/schema/system'
import { changeEnvironment } from '@/db/testing/change-environment'
import { proveAs, publishCeremony } from '@/db/testing/sealed-rounds'
import { passTo } from '@/db/testing/test-clock'
import { strikeBidder } from '@/domain/bidders/strike-bidder'
import { closeLot } from '@/domain/lots/close-lot'
import { dueLots } from '@/domain/lots/due-lots'
import { lotSnapshot, roomSnapshot } from '@/domain/lots/queries'
import { replayLot } from '@/domain/results/replay-lot'
import { dueOutages } from '@/domain/rounds/due-outages'
import { extendRound } from '@/domain/rounds/extend-round'
import { makeUpOutage } from '@/domain/rounds/make-up-outage'
import { resumeRound } from '@/domain/rounds/resume-round'
import { suspendRound } from '@/domain/rounds/suspend-round'
import { openTieSecret } from '@/domain/rounds/tie-secret'
import { recordRoot, tieSeed } from '@/domain/rounds/tie-seed'
import { drawOrder } from '@/engine/tie-break'
import { anyone, systemActor } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { beat } from '@/lib/pulse'
import { placeBid } from './place-bid'
import { isOurReceipt } from './receipt'

changeEnvironment({ DATABASE_POOL: '5', DATABASE_BID_POOL: '3' })
afterAll(closeDatabase)

const system = systemActor('schedule')
const officer = () => makePerson({ roles: ['programme-officer'] })
const readLot = async (id: string) => (await database().select().from(lots).where(eq(lots.id, id)))[0]!
const eventsOf = (id: string) =>
  database().select().from(lotEvents).where(eq(lotEvents.lotId, id)).orderBy(asc(lotEvents.sequence))
const difference = async (id: string) => (await replayLot(database(), await readLot(id))).difference

type Wanted = NonNullable<Parameters<typeof makeOpenLots>[0]>

async function sealed(wanted: Wanted = {}) {
  const auction = await makeOpenLots({ format: 'sealed-second-price', bidders: 3, ...wanted })
  const bid = async (bidder: MadeBidder, amountMinor: bigint, lot = 0) => {
    const lotId = auction.lots[lot]!.id
    const { key, body } = await sealedFor(
      { round: auction.round.id, lot: lotId, bidder: bidder.id },
      amountMinor,
    )
    return placeBid(bidder.person, { lotId, ...body }, { idempotencyKey: key })
  }
  const withdraw = (bidder: MadeBidder, lot = 0) =>
    placeBid(bidder.person, { lotId: auction.lots[lot]!.id, withdraw: true })
  const [a, b, c] = auction.bidders
  return { ...auction, lotId: auction.lots[0]!.id, bid, withdraw, a: a!, b: b!, c: c! }
}

/** Every lot of the round, in the order in which the worker finds them due. */
async function closeAll(lotIds: readonly string[]) {
  const { closesAt, roundId } = await readLot(lotIds[0]!)
  await passTo(closesAt!)
  await holdOpening(roundId)
  const answers = []
  for (const lotId of lotIds) answers.push(await closeLot(system, { lotId }))
  return answers
}

describe('does it', () => {
  test('nothing of a sealed bid shows before the opening: no table, entry, topic or number', async () => {
    const { lotId, bid, a, b } = await sealed()
    const before = await lotSnapshot(anyone, { lotId })
    expect(before).toMatchObject({ bids: null, priceMinor: null, sealed: { opened: false }, clock: null })
    const answer = await bid(a, 777_777_77n)
    expect(answer).toMatchObject({ ok: true, value: { code: 'accepted', position: 1, priceMinor: null } })
    const [attempt] = await database().select().from(bidAttempts).where(eq(bidAttempts.lotId, lotId))
    expect(answer.receipt).toContain(`sealed sha256 ${attempt!.boxHash}`)
    expect(isOurReceipt(answer.receipt!)).toBe(true)
    expect(await lotSnapshot(anyone, { lotId })).toEqual(before)
    expect(await eventsOf(lotId)).toHaveLength(1)
    const tables = sql`select string_agg(t::text, ' ') as all from (
      select to_jsonb(bid_attempts) t from bid_attempts union all select to_jsonb(lots) from lots
      union all select to_jsonb(bidders) from bidders union all select to_jsonb(lot_events) from lot_events) x`
    const [row] = await database().execute<{ all: string }>(tables)
    expect(row!.all).not.toContain('77777777')
    for (const { payload } of await database().select().from(auditLog))
      expect(Buffer.from(payload).toString()).not.toContain('77777777')
    const topics = (await database().select().from(liveVersions)).map(({ topic }) => topic)
    expect(topics).toContain(`bidder:${a.id}`)
    expect(topics).not.toContain(`lot:${lotId}`)
    const own = await roomSnapshot(a.person, { lotId })
    expect(own?.me?.bid).toMatchObject({ state: 'standing', key: attempt!.idempotencyKey })
    for (const room of [own, await roomSnapshot(b.person, { lotId })])
      expect(JSON.stringify(room)).not.toMatch(/77777777|777,777/)
  })

  test('the last counts until the close; opened in the order received; the second price is paid', async () => {
    const { lotId, bid, withdraw, a, b, c } = await sealed({ closesInMs: 60_000 })
    await bid(a, 900_000n)
    await bid(b, 800_000n)
    await bid(a, 700_000n)
    await bid(c, 950_000n)
    await withdraw(c)
    expect((await roomSnapshot(c.person, { lotId }))?.me?.bid).toMatchObject({ state: 'withdrawn' })
    await passTo((await readLot(lotId)).closesAt!)
    expect(await bid(c, 990_000n)).toMatchObject({ error: { code: 'bid.closed' } })
    expect(await dueLots(database())).not.toContainEqual({ lotId, due: 'close' })
    expect(await closeLot(system, { lotId })).toMatchObject({ error: { code: 'lot.sealed' } })
    await holdOpening((await readLot(lotId)).roundId)
    expect(await dueLots(database())).toContainEqual({ lotId, due: 'close' })
    const answers = await Promise.all([1, 2, 3].map(() => closeLot(system, { lotId })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await readLot(lotId)).toMatchObject({
      state: 'closed',
      outcome: 'sold',
      finalPriceMinor: 700_000n,
      priceMinor: null,
      leaderId: b.id,
    })
    expect((await eventsOf(lotId)).map(({ type }) => type)).toEqual([
      'auction-opened',
      'bid-submitted',
      'bid-submitted',
      'bid-submitted',
      'bid-submitted',
      'bid-withdrawn',
      'auction-closed',
    ])
    expect(await difference(lotId)).toBeUndefined()
    const [winner] = await database().select().from(bidders).where(eq(bidders.id, b.id))
    expect(winner!.committedMinor).toBe(700_000n)
    expect(await lotSnapshot(anyone, { lotId })).toMatchObject({ bids: null, sealed: { opened: true } })
  })

  test('one that was sealed to a key that was replaced has to be handed in again (R8.2)', async () => {
    const { round, lotId, bid, a } = await sealed()
    await bid(a, 400_000n)
    const standing = async () => (await roomSnapshot(a.person, { lotId }))?.me?.bid?.state
    const key = await publishCeremony(round.id)
    for (const index of [0, 1, 2]) await proveAs(index, key)
    expect(await standing()).toBe('standing')
    await proveAs(3, key)
    expect(await standing()).toBe('outdated')
    await bid(a, 400_000n)
    expect(await standing()).toBe('standing')
  })

  test('sixty refusals do not hide the bid that stands', async () => {
    const { lotId, bid, a } = await sealed()
    await bid(a, 700_000n)
    const accepted = await roomSnapshot(a.person, { lotId })
    const unsealed = () => placeBid(a.person, { lotId, amountMinor: '1' })
    await Promise.all(Array.from({ length: 61 }, unsealed))
    const room = await roomSnapshot(a.person, { lotId })
    expect(room?.me?.bid).toEqual(accepted?.me?.bid)
    expect(room?.me?.bid).toMatchObject({ state: 'standing' })
    expect(room?.log.filter(({ kind }) => kind === 'mine')).toHaveLength(1)
    expect(room!.me!.lastAttemptAt! > accepted!.me!.lastAttemptAt!).toBe(true)
  })

  test('a bad box voids itself alone, with its reason', async () => {
    const { lotId, bid, a, b } = await sealed({ closesInMs: 60_000, format: 'sealed-first-price' })
    await bid(a, 300_000n)
    await bid(b, 400_000n)
    const [template] = await database().select().from(bidAttempts).where(eq(bidAttempts.bidderId, a.id))
    const { ordinal: _, ...copy } = template!
    await database()
      .insert(bidAttempts)
      .values([
        { ...copy, id: 'bid_replayed', idempotencyKey: 'another-key' },
        { ...copy, id: 'bid_garbage', idempotencyKey: 'garbage-key', box: Buffer.from('garbage') },
      ])
    await closeAll([lotId])
    const voided = (await eventsOf(lotId)).filter(({ type }) => type === 'bid-voided')
    expect(voided.map(({ event }) => (event as { reason: string }).reason)).toEqual([
      'wrong-key',
      'not-canonical',
    ])
    expect(await readLot(lotId)).toMatchObject({ outcome: 'sold', finalPriceMinor: 400_000n })
    expect(await difference(lotId)).toBeUndefined()
  })

  test('one limit over all lots, whichever is opened first (R7.2)', async () => {
    const wanted = {
      closesInMs: 60_000,
      lots: 2,
      bidders: 2,
      depositMinor: 100_000n,
      format: 'sealed-first-price',
    }
    const { lots: made, bid, a, b } = await sealed(wanted as Wanted)
    await bid(a, 600_000n, 0)
    await bid(a, 500_000n, 1)
    await bid(b, 200_000n, 1)
    await bid(a, 400_000n, 1)
    await closeAll(made.map(({ id }) => id).reverse())
    const second = await eventsOf(made[1]!.id)
    expect(second.map(({ type }) => type).slice(1, 4)).toEqual([
      'bid-voided',
      'bid-submitted',
      'bid-submitted',
    ])
    expect(second[1]!.event).toMatchObject({ reason: 'bid.over-limit' })
    expect(await readLot(made[0]!.id)).toMatchObject({ finalPriceMinor: 600_000n, leaderId: a.id })
    expect(await readLot(made[1]!.id)).toMatchObject({ finalPriceMinor: 400_000n, leaderId: a.id })
    const [account] = await database().select().from(bidders).where(eq(bidders.id, a.id))
    expect(account).toMatchObject({ committedMinor: 1_000_000n, overLimitMinor: 0n })
  })

  test('equal bids are drawn with the secret that was fixed before, and anyone can repeat it (R7.5)', async () => {
    const { round, lotId, bid, a, b } = await sealed({ closesInMs: 60_000, format: 'sealed-first-price' })
    await bid(a, 500_000n)
    await bid(b, 500_000n)
    await closeAll([lotId])
    const events = (await eventsOf(lotId)).map(({ event }) => event)
    const [row] = await database().select().from(rounds).where(eq(rounds.id, round.id))
    const secret = openTieSecret(round.id, row!.sealedSecret!)
    const seedHex = tieSeed(secret, recordRoot(events.slice(0, -1)))
    expect(events.at(-1)).toMatchObject({ type: 'auction-closed', tieDrawn: true, seedHex })
    const [first] = drawOrder(seedHex, lotId, [String(a.paddle), String(b.paddle)])
    expect(events.at(-1)).toMatchObject({ winner: first })
    expect(await difference(lotId)).toBeUndefined()
  })

  test('the score breaks ties where the round says so, and weighs where the format does', async () => {
    const wanted = {
      closesInMs: 60_000,
      settings: { ties: 'plan-score', qualityCoefficientMaxBp: 3500 },
    } as const
    const tied = await sealed({ ...wanted, format: 'sealed-first-price' })
    const weighed = await sealed({ ...wanted, format: 'sealed-quality-weighted', open: false })
    const scored = async ({ id }: MadeBidder, scoreHundredths: number) =>
      database().update(lotBidders).set({ scoreHundredths }).where(eq(lotBidders.bidderId, id))
    await scored(weighed.a, 10_000)
    await scored(weighed.b, 6000)
    await openLotRow(weighed.lotId)
    for (const { bid, a, b } of [tied, weighed]) {
      await bid(a, 500_000n)
      await bid(b, 500_000n)
    }
    await closeAll([tied.lotId])
    await closeAll([weighed.lotId])
    expect(await readLot(weighed.lotId)).toMatchObject({ leaderId: weighed.a.id, finalPriceMinor: 370_371n })
    for (const { lotId } of [tied, weighed]) expect(await difference(lotId)).toBeUndefined()
  })

  test('suspended and resumed, extended, and a struck bidder’s box is void', async () => {
    const { round, lotId, bid, a, b } = await sealed()
    const reason = 'Two registrars report slow sign-in.'
    const act = async (asked: ReturnType<typeof suspendRound>) =>
      expect(await approve(await asked, await officer())).toMatchObject({ ok: true })
    const first = (await readLot(lotId)).closesAt!.getTime()
    await bid(a, 900_000n)
    await act(suspendRound(await officer(), { roundId: round.id, reason }))
    expect(await bid(b, 500_000n)).toMatchObject({ error: { code: 'bid.suspended' } })
    await act(resumeRound(await officer(), { roundId: round.id, reason }))
    await act(extendRound(await officer(), { roundId: round.id, period: 'bidding', minutes: 15, reason }))
    expect((await readLot(lotId)).closesAt!.getTime()).toBeGreaterThan(first + 15 * 60_000)
    await act(strikeBidder(await officer(), { bidderId: a.id, reason: 'It bid for somebody else.' }))
    expect(await bid(a, 950_000n)).toMatchObject({ error: { code: 'bid.struck' } })
    expect((await bid(b, 500_000n)).ok).toBe(true)
    expect(await closeLot(system, { lotId })).toMatchObject({ error: { code: 'lot.not-due' } })
  })
})

describe('once a box of the round is open', () => {
  const roundOfTwo = () =>
    sealed({ lots: 2, closesAt: new Date(processNow().getTime() - 40_000), format: 'sealed-first-price' })

  /** The schedule stood still for so many seconds, until now. */
  const stoodStill = async (seconds: number) => {
    await beat(pool(), 'schedule')
    await database()
      .update(heartbeats)
      .set({ at: sql`clock_timestamp() - make_interval(secs => ${seconds}::int)`, details: {} })
    await beat(pool(), 'schedule')
  }
  afterEach(() => database().delete(heartbeats))

  test('no close of it moves: not by an outage, not by officers, not by a suspension', async () => {
    const { round, lots: made, bid, a } = await roundOfTwo()
    const [first, second] = made.map(({ id }) => id)
    expect(await closeLot(system, { lotId: first! })).toMatchObject({ ok: true })
    await stoodStill(60)
    expect(await dueOutages(database())).not.toContain(round.id)
    const refused = { error: { code: 'round.boxes-opened' } }
    expect(await makeUpOutage(system, { roundId: round.id })).toMatchObject(refused)
    const reason = 'Two registrars report slow sign-in.'
    const extension = { roundId: round.id, period: 'bidding', minutes: 15, reason }
    expect(await extendRound(await officer(), extension)).toMatchObject(refused)
    const act = async (asked: ReturnType<typeof suspendRound>) =>
      expect(await approve(await asked, await officer())).toMatchObject({ ok: true })
    await act(suspendRound(await officer(), { roundId: round.id, reason }))
    await act(resumeRound(await officer(), { roundId: round.id, reason }))
    expect(await bid(a, 500_000n, 1)).toMatchObject({ error: { code: 'bid.closed' } })
    expect(await closeLot(system, { lotId: second! })).toMatchObject({ ok: true })
  })

  test('none is opened before the outage of every lot is made up for', async () => {
    const { round, lots: made } = await roundOfTwo()
    const justClosed = new Date(processNow().getTime() - 1000)
    await database().update(lots).set({ closesAt: justClosed }).where(eq(lots.id, made[0]!.id))
    await stoodStill(60)
    expect(await closeLot(system, { lotId: made[0]!.id })).toMatchObject({ error: { code: 'lot.outage' } })
    expect(await dueOutages(database())).toContain(round.id)
  })

  test('a bid that comes too late does not tell from its receipt how many were opened', async () => {
    const { lotId, bid, withdraw, a, b, c } = await sealed({ closesInMs: 60_000 })
    for (const amountMinor of [300_000n, 400_000n, 500_000n]) await bid(a, amountMinor)
    await bid(b, 450_000n)
    await withdraw(b)
    await closeAll([lotId])
    expect(await eventsOf(lotId)).toHaveLength(7)
    const late = await bid(c, 900_000n)
    expect(late).toMatchObject({ error: { code: 'bid.closed' } })
    expect(late.receipt).toContain('\nposition 2\n')
  })
})

describe('refuses what is another format’s', () => {
  test('with a sentence that says what this one takes, and a receipt', async () => {
    const { round, lotId, a } = await sealed()
    const open = await makeOpenLots()
    const shapes = [
      [a, lotId, { maxMinor: '500000' }],
      [a, lotId, { round: 1, amountMinor: '500000' }],
      [a, lotId, { amountMinor: '500000', withdraw: true }],
      [a, lotId, { amountMinor: '500000' }],
      [open.bidders[0]!, open.lots[0]!.id, { amountMinor: '500000' }],
    ] as const
    for (const [bidder, id, shape] of shapes) {
      const answer = await placeBid(bidder.person, { lotId: id, ...shape })
      expect(answer).toMatchObject({ error: { code: 'bid.wrong-form', status: 422 } })
      expect(answer.receipt).toContain('code bid.wrong-form')
    }
    const { key, body } = await sealedFor({ round: round.id, lot: lotId, bidder: a.id }, 500_000n)
    const other = (await sealedFor({ round: round.id, lot: lotId, bidder: a.id }, 500_000n)).body
    const armoured = Buffer.from(armor.encode(Buffer.from(body.ciphertext, 'base64'))).toString('base64')
    const wrong = [
      {},
      { ciphertext: body.ciphertext },
      { ...body, commitment: other.commitment },
      { ...body, ciphertext: armoured },
      { ...body, ciphertext: 'no base64' },
    ]
    for (const shape of wrong)
      expect(await placeBid(a.person, { lotId, ...shape })).toMatchObject({
        error: { code: 'bid.not-sealed' },
      })
    expect(await placeBid(a.person, { lotId, ...body }, { idempotencyKey: key })).toMatchObject({ ok: true })
  })
})

describe('many at once, five connections', { timeout: 60_000 }, () => {
  test('the same key fifty times is one box with one answer', async () => {
    const { round, lotId, a } = await sealed()
    const place = { round: round.id, lot: lotId, bidder: a.id, key: 'the-same-key' }
    const { body } = await sealedFor(place, 300_000n)
    const once = (sealedBid: typeof body) =>
      placeBid(a.person, { lotId, ...sealedBid }, { idempotencyKey: 'the-same-key' })
    const [first, ...rest] = await Promise.all(Array.from({ length: 50 }, () => once(body)))
    for (const { replayed, ...answer } of rest) {
      expect(replayed).toBe(true)
      expect(answer).toEqual(first)
    }
    expect(await once((await sealedFor(place, 300_000n)).body)).toMatchObject({
      error: { code: 'request.repeated-differently' },
    })
    expect(await database().select().from(bidAttempts).where(eq(bidAttempts.lotId, lotId))).toHaveLength(1)
  })

  test('bids, replacements and withdrawals racing with the close: each is opened or was refused', async () => {
    const { round, lotId, withdraw, bidders: people } = await sealed({ bidders: 12 })
    const closesAt = (await readLot(lotId)).closesAt!
    const sealOne = ({ id: bidder }: MadeBidder, index: number) =>
      sealedFor({ round: round.id, lot: lotId, bidder }, 100_000n + BigInt(index * 7))
    const boxes = await Promise.all(
      people.map((person) => Promise.all([0, 1, 2, 3].map((at) => sealOne(person, at)))),
    )
    const answers: Awaited<ReturnType<typeof placeBid>>[] = []
    const closing = Promise.withResolvers<void>()
    const keepBidding = async (person: MadeBidder, who: number) => {
      for (const [index, { key, body }] of boxes[who]!.entries()) {
        answers.push(await placeBid(person.person, { lotId, ...body }, { idempotencyKey: key }))
        if (index === 1) answers.push(await withdraw(person))
        if (answers.length >= 2 * people.length) closing.resolve()
      }
    }
    const letClose = async () => {
      await closing.promise
      await passTo(closesAt)
    }
    const bidding = Promise.all([letClose(), ...people.map(keepBidding)])
    let isOver = false
    const keepClosing = async () => {
      while (!isOver) await closeLot(system, { lotId })
    }
    const closers = [keepClosing(), keepClosing()]
    await bidding.finally(() => {
      isOver = true
    })
    await Promise.all(closers)
    expect(await withdraw(people[0]!)).toMatchObject({ error: { code: 'bid.closed' } })
    await holdOpening((await readLot(lotId)).roundId)
    await closeLot(system, { lotId })
    const accepted = answers.flatMap((answer) => (answer.ok ? [answer.value] : []))
    expect(accepted.length).toBeGreaterThan(0)
    expect(accepted.every(({ decidedAt }) => decidedAt < closesAt)).toBe(true)
    expect(answers.every(({ receipt }) => receipt !== undefined && isOurReceipt(receipt))).toBe(true)
    const opened = (await eventsOf(lotId)).flatMap(({ attemptId }) => (attemptId ? [attemptId] : []))
    expect(new Set(opened)).toEqual(new Set(accepted.map(({ attemptId }) => attemptId)))
    expect(opened).toHaveLength(accepted.length)
    expect(await readLot(lotId)).toMatchObject({ state: 'closed' })
    expect(await difference(lotId)).toBeUndefined()
  })
})
