import { eq, sql } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, database } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { type MadeAuction, makeOpenLots } from '@/db/factories/auctions'
import { makePerson } from '@/db/factories/people'
import { lotEvents } from '@/db/schema/auctions'
import { rounds } from '@/db/schema/rounds'
import { passTo } from '@/db/testing/test-clock'
import { placeBid } from '@/domain/bids/place-bid'
import { closeLot } from '@/domain/lots/close-lot'
import { publicProceeds } from '@/domain/proceeds/public-queries'
import { advanceRound } from '@/domain/rounds/advance-round'
import { finaliseRound } from '@/domain/rounds/finalise-round'
import { systemActor } from '@/lib/access/actor'
import { canonicalJson } from '@/lib/canonical-json'
import { processNow } from '@/lib/clock'
import { sha256Hex } from '@/lib/hash'
import { publicEvents, publicResult, publicResults } from './public-queries'

afterAll(closeDatabase)

const system = systemActor('schedule')
const officer = () => makePerson({ roles: ['programme-officer'] })
const anonymous = { softClose: { windowSeconds: 0, extendSeconds: 0, hardEnd: null } }

/** A round with one name sold and one without a bid, closed. */
async function closedRound(labels: [string, string]) {
  const closesAt = new Date(processNow().getTime() + 60_000)
  const auction = await makeOpenLots({ labels, bidders: 3, closesAt, ...anonymous })
  const [first, second, third] = auction.bidders.map(({ person }) => person)
  const lotId = auction.lots[0]!.id
  for (const [person, maxMinor] of [
    [first!, '300000'],
    [second!, '800000'],
    [third!, '400000'],
  ] as const)
    expect(await placeBid(person, { lotId, maxMinor })).toMatchObject({ ok: true })
  await passTo(closesAt)
  for (const lot of auction.lots) expect((await closeLot(system, { lotId: lot.id })).ok).toBe(true)
  await advanceRound(system, { roundId: auction.round.id })
  return auction
}

let auction: MadeAuction

describe('results', () => {
  test('nothing leaves a round that is closed but not final (R3.3)', async () => {
    auction = await closedRound(['z3', '5g'])
    expect(await publicResults()).toEqual([])
    for (const key of ['z3', auction.lots[0]!.id]) {
      expect(await publicResult(key)).toBeUndefined()
      expect(await publicEvents(key)).toBeUndefined()
    }
    expect((await publicProceeds()).phases).toEqual([])
  })

  test('final: the winner is named, others are paddles, and the record is replayed', async () => {
    const asked = await finaliseRound(await officer(), { roundId: auction.round.id })
    expect(await approve(asked, await officer())).toMatchObject({ ok: true })
    const result = await publicResult('z3')
    const [first, second, third] = auction.bidders
    expect(result).toMatchObject({
      outcome: 'sold',
      priceMinor: 450_000n,
      bidders: 3,
      bids: 3,
      namesPublished: false,
    })
    expect(result?.winner).toMatch(/^Example/)
    expect(result?.standing).toEqual([
      { paddle: second!.paddle, name: null, struck: false, amountMinor: 450_000n },
      { paddle: third!.paddle, name: null, struck: false, amountMinor: 400_000n },
      { paddle: first!.paddle, name: null, struck: false, amountMinor: 300_000n },
    ])
    expect(result?.steps.map(({ minor }) => minor)).toEqual([100_000n, 350_000n, 450_000n])
    expect(result?.checks.map(({ passed }) => passed)).toEqual([true, true, true, true])
    expect(result?.checks[1]?.found).toBe('5 events decided again, 5 equal')
  })

  test('the page shows no maximum of the winner; the record, which a replay needs, is whole', async () => {
    const page = JSON.stringify(await publicResult('z3'), (_key, value) =>
      typeof value === 'bigint' ? `${value}` : value,
    )
    expect(page).not.toContain('800000')
    const record = await publicEvents(auction.lots[0]!.id)
    expect(record?.events).toHaveLength(5)
    expect(sha256Hex(record!.events.map((event) => canonicalJson(event)).join('\n'))).toBe(record!.eventsHash)
  })

  test('by name and by lot it is the same, and an unsold name has a result too', async () => {
    expect((await publicResult(auction.lots[0]!.id))?.label).toBe('z3')
    expect(await publicResult('5g')).toMatchObject({
      outcome: 'unsold',
      winner: null,
      priceMinor: null,
      steps: [],
    })
    expect(await publicResult('q7')).toBeUndefined()
    expect(await publicResult("' or 1=1 --")).toBeUndefined()
  })

  test('names of all bidders only where the round publishes them', async () => {
    const [row] = await database().select().from(rounds).where(eq(rounds.id, auction.round.id))
    const settings = { ...row!.settings, publishBidderNames: true }
    await database().update(rounds).set({ settings }).where(eq(rounds.id, auction.round.id))
    const named = (await publicResult('z3'))!.standing
    expect(named.every(({ name }) => name?.startsWith('Example'))).toBe(true)
  })

  test('the sums are those of the results', async () => {
    expect((await publicProceeds()).phases).toMatchObject([{ names: 1, awardedMinor: 450_000n }])
  })

  test('a record that was changed afterwards is found out', async () => {
    await database().transaction(async (tx) => {
      await tx.execute(sql`set local role none`)
      await tx.execute(sql`alter table lot_events disable trigger all`)
      await tx
        .update(lotEvents)
        .set({ event: sql`jsonb_set(event, '{maxMinor}', '"400001"')` })
        .where(sql`lot_id = ${auction.lots[0]!.id} and sequence = 4`)
      await tx.execute(sql`alter table lot_events enable trigger all`)
    })
    const checks = (await publicResult('z3'))!.checks
    expect(checks.slice(0, 2).map(({ passed }) => passed)).toEqual([false, false])
  })
})
