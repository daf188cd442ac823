import { desc, eq, sql } from 'drizzle-orm'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { closeDatabase, database, pool } from '@/db/client'
import { makeOpenLots, makeQualifiedApplicant } from '@/db/factories/auctions'
import { makePerson } from '@/db/factories/people'
import { makeRound } from '@/db/factories/rounds'
import { bidders } from '@/db/schema/auctions'
import { users } from '@/db/schema/people'
import { announcements, lots, rounds } from '@/db/schema/rounds'
import { auditLog, heartbeats, mailOutbox } from '@/db/schema/system'
import { placeBid } from '@/domain/bids/place-bid'
import { spell } from '@/domain/labels/spell'
import { closeLot } from '@/domain/lots/close-lot'
import { dueLots } from '@/domain/lots/due-lots'
import { openLot } from '@/domain/lots/open-lot'
import { openPractice } from '@/domain/practice/open-practice'
import { systemActor } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { beat, type PulseName, readPulse } from '@/lib/pulse'
import { formatInstant } from '@/lib/time/format-instant'
import { dueOutages } from './due-outages'
import { makeUpOutage } from './make-up-outage'

afterAll(closeDatabase)
afterEach(() => database().delete(heartbeats))

const system = systemActor('schedule')
const MINUTE = 60_000
const inMs = (milliseconds: number) => new Date(processNow().getTime() + milliseconds)
const readLot = async (id: string) => (await database().select().from(lots).where(eq(lots.id, id)))[0]!
const running = async (wanted: Parameters<typeof makeOpenLots>[0]) => {
  const auction = await makeOpenLots(wanted)
  return { roundId: auction.round.id, lotId: auction.lots[0]!.id, person: auction.bidders[0]!.person }
}

/** As if the last beat had been so many seconds ago. */
async function silentFor(name: PulseName, seconds: number): Promise<void> {
  await beat(pool(), name)
  await database()
    .update(heartbeats)
    .set({ at: sql`clock_timestamp() - make_interval(secs => ${seconds}::int)`, details: {} })
    .where(eq(heartbeats.name, name))
}

/** An outage of so many seconds that is over just now. */
async function outageOf(name: PulseName, seconds: number): Promise<Date> {
  await silentFor(name, seconds)
  await beat(pool(), name)
  return (await readPulse(pool(), name))!.gap!.until
}

describe('does it', () => {
  test('the close moves to recovery and fifteen minutes, with entry and announcement, once', async () => {
    const { roundId, lotId } = await running({ closesAt: inMs(5 * MINUTE) })
    const recovered = await outageOf('bid-path', 45)
    expect(await dueOutages(database())).toContain(roundId)
    const answers = await Promise.all([1, 2, 3].map(() => makeUpOutage(system, { roundId })))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await readLot(lotId)).closesAt!.getTime()).toBe(recovered.getTime() + 15 * MINUTE)
    const [round] = await database().select().from(rounds).where(eq(rounds.id, roundId))
    expect(round!.biddingClosesAt.getTime()).toBe(recovered.getTime() + 15 * MINUTE)
    expect(round!.resultsAt > round!.biddingClosesAt).toBe(true)
    const notices = await database().select().from(announcements).where(eq(announcements.roundId, roundId))
    expect(notices.map(({ text }) => text)).toEqual([
      expect.stringMatching(/^Bidding was unavailable for 4[56] seconds.*moves to.*\(R7\.9\)\.$/),
    ])
    const [entry] = await database().select().from(auditLog).where(eq(auditLog.object, roundId)).limit(1)
    expect(Buffer.from(entry!.payload).toString()).toMatch(/"from":"2.*"until":"2/)
    expect(await dueOutages(database())).not.toContain(roundId)
  })

  test('every owner and bidder of the names concerned gets one letter: the gap, each new close, in the own zone', async () => {
    const auction = await makeOpenLots({ lots: 3, lotsEach: 2, bidders: 3, closesAt: inMs(5 * MINUTE) })
    const [both, struck, abroad] = auction.bidders
    const far = inMs(60 * MINUTE)
    await database()
      .update(lots)
      .set({
        closesAt: far,
        auction: sql`jsonb_set(auction, '{closesAt}', to_jsonb(${far.toISOString()}::text))`,
      })
      .where(eq(lots.id, auction.lots[2]!.id))
    await database().update(bidders).set({ struckAt: processNow() }).where(eq(bidders.id, struck!.id))
    const zone = { timeZone: 'Asia/Tokyo' }
    await database().update(users).set(zone).where(eq(users.id, abroad!.person.userId))
    const recovered = await outageOf('bid-path', 45)
    await Promise.all([1, 2].map(() => makeUpOutage(system, { roundId: auction.round.id })))
    const letters = await database().select().from(mailOutbox).where(eq(mailOutbox.template, 'round-outage'))
    const to = ({ email }: { email: string }) => letters.filter((letter) => letter.to === email)
    const closesAt = new Date(recovered.getTime() + 15 * MINUTE)
    const seconds = { seconds: true }
    expect(to(both!.person)).toHaveLength(1)
    expect(to(both!.person)[0]!.text).toMatch(/unavailable for 4[56] seconds/)
    for (const { id, label } of auction.lots.slice(0, 2)) {
      const line = `${label}.org (${spell(label)}): ${formatInstant(closesAt, 'America/New_York', seconds)}`
      expect(to(both!.person)[0]!.text).toContain(`${line}\n`)
      expect(to(both!.person)[0]!.text).toContain(`/room/${id}`)
    }
    expect(to(struck!.person)).toEqual([])
    expect(to(abroad!.person)).toHaveLength(1)
    const abroadText = to(abroad!.person)[0]!.text
    expect(abroadText).toContain(formatInstant(closesAt, 'Asia/Tokyo', seconds))
    expect(abroadText).toContain(`${auction.lots[1]!.label}.org`)
    expect(abroadText).not.toContain(`${auction.lots[2]!.label}.org`)
  })

  test('also of sealed bids, and of the round of a clock', async () => {
    const sealed = await running({ format: 'sealed-second-price', closesAt: inMs(5 * MINUTE) })
    const clock = await running({
      format: 'ascending-clock',
      roundLeftMs: 5 * MINUTE,
      settings: { clock: { roundMinutes: 9, recessMinutes: 10, stepsPerRound: 5 } },
    })
    const recovered = await outageOf('bid-path', 45)
    for (const { roundId, lotId } of [sealed, clock]) {
      expect(await makeUpOutage(system, { roundId })).toMatchObject({ ok: true })
      expect((await readLot(lotId)).closesAt!.getTime()).toBe(recovered.getTime() + 15 * MINUTE)
    }
  })

  test('while bidding is down nothing closes; afterwards the close that passed moves, and bids come in again', async () => {
    const { roundId, lotId, person } = await running({ closesAt: inMs(-20_000) })
    await silentFor('bid-path', 60)
    expect((await dueLots(database())).map((each) => each.lotId)).not.toContain(lotId)
    expect(await closeLot(system, { lotId })).toMatchObject({ error: { code: 'lot.outage' } })
    expect(await dueOutages(database())).not.toContain(roundId)
    await beat(pool(), 'bid-path')
    expect(await makeUpOutage(system, { roundId })).toMatchObject({ ok: true, value: { lots: 1 } })
    expect((await placeBid(person, { lotId, maxMinor: '900000' })).ok).toBe(true)
  })

  test('a clock that stood still while a close went by moves it instead of closing in silence', async () => {
    const { roundId, lotId } = await running({ closesAt: inMs(-40_000) })
    const recovered = await outageOf('schedule', 50)
    expect(await closeLot(system, { lotId })).toMatchObject({ error: { code: 'lot.outage' } })
    expect(await dueOutages(database())).toContain(roundId)
    expect(await makeUpOutage(system, { roundId })).toMatchObject({ ok: true })
    expect((await readLot(lotId)).closesAt!.getTime()).toBe(recovered.getTime() + 15 * MINUTE)
  })
})

describe('refuses the role', () => {
  test('an officer: only the measurement moves a close', async () => {
    const { roundId } = await running({ closesAt: inMs(5 * MINUTE) })
    const officer = await makePerson({ roles: ['programme-officer'] })
    expect(await makeUpOutage(officer, { roundId })).toMatchObject({ error: { status: 404 } })
  })
})

describe('refuses the stranger', () => {
  test('who is not signed in, and a round that is not there', async () => {
    expect(await makeUpOutage({ kind: 'anyone' }, { roundId: 'rnd_none' })).toMatchObject({
      error: { status: 401 },
    })
    expect(await makeUpOutage(system, { roundId: 'rnd_none' })).toMatchObject({
      error: { code: 'thing.not-found' },
    })
  })
})

describe('refuses the moment', () => {
  test('an outage that was too short, or too long before the close, or before bidding opened', async () => {
    const near = await running({ closesAt: inMs(5 * MINUTE) })
    const far = await running({ closesAt: inMs(40 * MINUTE) })
    await outageOf('bid-path', 20)
    expect(await makeUpOutage(system, near)).toMatchObject({ error: { code: 'input.invalid' } })
    expect(await makeUpOutage(system, { roundId: near.roundId })).toMatchObject({
      error: { code: 'round.no-outage' },
    })
    await outageOf('bid-path', 45)
    expect(await makeUpOutage(system, { roundId: far.roundId })).toMatchObject({
      error: { code: 'round.no-outage' },
    })
    expect(await dueOutages(database())).not.toContain(far.roundId)
    const refusals = await database().select().from(auditLog).orderBy(desc(auditLog.id)).limit(1)
    expect(refusals[0]).toMatchObject({ outcome: 'refused', object: far.roundId })
  })

  test('an outage before the present round of a clock began', async () => {
    const { roundId } = await running({
      format: 'ascending-clock',
      roundLeftMs: 58_000,
      settings: { clock: { roundMinutes: 1, recessMinutes: 10, stepsPerRound: 5 } },
    })
    await outageOf('bid-path', 60)
    expect(await dueOutages(database())).not.toContain(roundId)
    expect(await makeUpOutage(system, { roundId })).toMatchObject({ error: { code: 'round.no-outage' } })
  })

  test('a practice: it closes as if nothing had been (R3.6)', async () => {
    const round = await makeRound({ state: 'review' })
    const { person } = await makeQualifiedApplicant(round, round.lots[0]!)
    const opened = await openPractice(person, { roundId: round.id })
    if (!opened.ok) throw new Error(opened.error.code)
    const { practiceId } = opened.value
    const times = { biddingOpensAt: inMs(-1000), biddingClosesAt: inMs(-10) }
    await database().update(rounds).set(times).where(eq(rounds.id, practiceId))
    const [lot] = await database().select().from(lots).where(eq(lots.roundId, practiceId))
    expect(await openLot(system, { lotId: lot!.id })).toMatchObject({ ok: true })
    await silentFor('bid-path', 60)
    expect(await closeLot(system, { lotId: lot!.id })).toMatchObject({ ok: true })
  })

  test('a lot that closed before stays closed', async () => {
    const { roundId, lotId } = await running({ closesAt: inMs(-5000) })
    expect(await closeLot(system, { lotId })).toMatchObject({ ok: true })
    await outageOf('bid-path', 45)
    expect(await makeUpOutage(system, { roundId })).toMatchObject({ error: { code: 'round.no-outage' } })
    expect((await readLot(lotId)).state).toBe('closed')
  })
})
