import { createHash } from 'node:crypto'
import postgres from 'postgres'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, pool, sequencerConnection } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { type MadeAuction, makeOpenLots } from '@/db/factories/auctions'
import { makePerson } from '@/db/factories/people'
import { passTo } from '@/db/testing/test-clock'
import { placeBid } from '@/domain/bids/place-bid'
import { receiptsFor } from '@/domain/bids/queries'
import { closeLot } from '@/domain/lots/close-lot'
import { type EventEntry, entryOfEvent } from '@/domain/lots/leaf-of-event'
import { advanceRound } from '@/domain/rounds/advance-round'
import { finaliseRound } from '@/domain/rounds/finalise-round'
import { env } from '@/env'
import { systemActor } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { fromBase64 } from '@/sealing/base64'
import { checkReceipts } from '@/transcript/check-receipt'
import { signCheckpoint } from '@/transcript/checkpoint'
import { grow, rootOfGrowth } from '@/transcript/growth'
import { readRoundFile } from '@/transcript/round-file'
import type { Verdict } from '@/transcript/verdict'
import { verifyRound } from '@/transcript/verify-round'
import { takeLease } from './lease'
import { logOrigin, logSeed } from './log-key'
import { roundTranscript } from './round-transcript'
import { sequenceEntries } from './sequence-entries'
import { SettledNumbers } from './settled'

type EventRow = EventEntry & { salt: Uint8Array; ordinal: string }

/** The owner of the database, who can switch off what keeps others from changing it. */
const owner = postgres(env.DATABASE_URL, { max: 1, onnotice: () => {} })
const system = systemActor('schedule')
const numbers = new SettledNumbers()
let auction: MadeAuction
let slug: string

afterAll(async () => {
  await owner.end()
  await closeDatabase()
})

async function sequence(): Promise<void> {
  const lease = (await takeLease(pool(), 'test'))!
  await sequenceEntries(sequencerConnection(), lease, numbers)
}

const officer = () => makePerson({ roles: ['programme-officer'] })

/** The file as it is downloaded. */
async function download(sql: postgres.Sql | postgres.TransactionSql = pool()) {
  return readRoundFile(JSON.stringify(await roundTranscript(slug, sql)))
}

const tables = ['lot_events', 'audit_log', 'log_leaves', 'log_nodes', 'log_checkpoints', 'results']

/** What the verifier says of the transcript after the owner did this with every trigger switched off; then undoes it. */
async function afterTampering(change: (sql: postgres.TransactionSql) => Promise<unknown>): Promise<Verdict> {
  let verdict: Verdict | undefined
  const undo = new Error('undo')
  await owner
    .begin(async (sql) => {
      for (const table of tables) await sql`alter table ${sql(table)} disable trigger all`
      await change(sql)
      verdict = await verifyRound(await download(sql))
      throw undo
    })
    .catch((error) => {
      if (error !== undo) throw error
    })
  return verdict!
}

/** The place in the log of an event of the name that was sold. */
async function placeOf(sequence: number): Promise<number> {
  const [row] = await pool()<{ index: string }[]>`
    select l.index from log_leaves l join lot_events e on l.source = 'event' and e.ordinal = l.source_id
    where e.lot_id = ${auction.lots[0]!.id} and e.sequence = ${sequence}`
  return Number(row!.index)
}

describe('R9.4 the transcript of a final round', () => {
  test('is there once its last entry is signed, and not before', async () => {
    const closesAt = new Date(processNow().getTime() + 60_000)
    const softClose = { windowSeconds: 0, extendSeconds: 0, hardEnd: null }
    auction = await makeOpenLots({ labels: ['z3', '5g'], bidders: 3, closesAt, softClose, approved: true })
    const lotId = auction.lots[0]!.id
    for (const [index, maxMinor] of ['300000', '800000', '400000'].entries()) {
      await sequence()
      expect(await placeBid(auction.bidders[index]!.person, { lotId, maxMinor })).toMatchObject({ ok: true })
    }
    expect(await placeBid(auction.bidders[0]!.person, { lotId, maxMinor: '310000' })).toMatchObject({
      ok: false,
    })
    await sequence()
    await passTo(closesAt)
    for (const lot of auction.lots) await closeLot(system, { lotId: lot.id })
    await advanceRound(system, { roundId: auction.round.id })
    const [row] = await pool()<{ slug: string }[]>`
    select p.number || '-' || r.number as slug from rounds r join phases p on p.id = r.phase_id
    where r.id = ${auction.round.id}`
    slug = row!.slug
    expect(await roundTranscript(slug)).toBeUndefined()
    expect(
      await approve(await finaliseRound(await officer(), { roundId: auction.round.id }), await officer()),
    ).toMatchObject({
      ok: true,
    })
    expect(await roundTranscript(slug)).toBe('not-yet')
    await sequence()
    expect(await roundTranscript(slug)).toMatchObject({ format: 'round-transcript/v1' })
  })

  test('tells who won, at what price and why, from the file alone', async () => {
    const verdict = await verifyRound(await download())
    expect(verdict.wrong).toEqual([])
    expect(verdict).toMatchObject({
      ok: true,
      firstWrong: null,
      log: { origin: 'localhost:3000/transcript' },
    })
    expect(verdict.lots).toMatchObject([
      {
        label: '5g',
        status: 'unsold',
        winner: null,
        why: 'Nobody bid at or above the reserve of US$1,000.00.',
      },
      {
        label: 'z3',
        status: 'sold',
        winner: '11',
        priceMinor: '450000',
        bids: 3,
        why: 'Paddle 11 stated the highest maximum. The price rose to US$4,500.00: as far as it took to stay ahead of paddle 12.',
      },
    ])
  })

  test('holds the receipts of a bidder against the record', async () => {
    const receipts = await receiptsFor(auction.bidders[0]!.person, auction.lots[0]!.id)
    const file = await download()
    const [bid, refused] = checkReceipts(receipts!, file)
    expect(bid).toMatchObject({ ok: true, label: 'z3', stated: 'maximum 300000', entry: expect.any(Number) })
    expect(refused).toMatchObject({ ok: true, entry: null })
    expect(bid!.found).toMatch(/Its receipt has entry \d+ of the log, proven\.$/)
    const otherPlace = receipts!.replace(/^index (\d+)$/m, (_line, index) => `index ${Number(index) + 1}`)
    expect(checkReceipts(otherPlace, file)[0]).toMatchObject({
      ok: false,
      found: expect.stringContaining('proves nothing'),
    })
    const forged = checkReceipts(receipts!.replace('maximum 300000', 'maximum 900000'), file)
    expect(forged[0]).toMatchObject({ ok: false, found: expect.stringContaining('not signed') })
    const without = { ...file, entries: file.entries.filter(({ index }) => index !== bid!.entry) }
    expect(checkReceipts(receipts!, without)[0]).toMatchObject({
      ok: false,
      found: 'The bid was acknowledged, and the record does not hold it.',
    })
  })
})

describe('R9.4 whoever owns the database', () => {
  const event = (sql: postgres.TransactionSql, sequence: number) =>
    sql`lot_id = ${auction.lots[0]!.id} and sequence = ${sequence}`
  const raise = (sql: postgres.TransactionSql) =>
    sql`update lot_events set event = jsonb_set(event, '{maxMinor}', '"900000"') where ${event(sql, 3)}`

  test('edits a bid: the entry is named', async () => {
    const verdict = await afterTampering(raise)
    expect(verdict).toMatchObject({ ok: false, firstWrong: { entry: await placeOf(3) } })
  })

  test('edits a bid and its leaf: the seconds are named, and the entry by the rules', async () => {
    const place = await placeOf(2)
    const verdict = await afterTampering(async (sql) => {
      await sql`update lot_events set event = jsonb_set(event, '{maxMinor}', '"900000"') where ${event(sql, 2)}`
      const [row] = await sql<EventRow[]>`
        select lot_id as lot, attempt_id as attempt, event, salt, ordinal from lot_events where ${event(sql, 2)}`
      const hash = createHash('sha256').update('\0').update(row!.salt).update(entryOfEvent(row!)).digest()
      await sql`update log_leaves set hash = ${hash} where source = 'event' and source_id = ${row!.ordinal}`
    })
    expect(verdict.ok).toBe(false)
    const { entry, upTo } = verdict.wrong.find(({ problem }) => problem.includes('another root'))!
    expect(Number(entry)).toBeLessThanOrEqual(place)
    expect(upTo ?? Number(entry)).toBeGreaterThanOrEqual(place)
    expect(verdict.wrong.map(({ label, sequence }) => [label, sequence])).toContainEqual(['z3', 3])
  })

  test('deletes a bid: the one that is missing is named', async () => {
    const verdict = await afterTampering(async (sql) => {
      await sql`delete from lot_events where ${event(sql, 3)}`
    })
    expect(verdict.firstWrong).toMatchObject({ label: 'z3', sequence: 3, entry: await placeOf(4) })
  })

  test('swaps two bids in the log: the first of them is named', async () => {
    const [one, other] = [await placeOf(2), await placeOf(3)]
    const verdict = await afterTampering(async (sql) => {
      const [a] = await sql`select source_id, hash from log_leaves where index = ${one}`
      const [b] = await sql`select source_id, hash from log_leaves where index = ${other}`
      await sql`update log_leaves set source_id = -1, hash = ${b!.hash} where index = ${one}`
      await sql`update log_leaves set source_id = ${a!.source_id}, hash = ${a!.hash} where index = ${other}`
      await sql`update log_leaves set source_id = ${b!.source_id} where index = ${one}`
    })
    expect(verdict.ok).toBe(false)
    expect(verdict.firstWrong?.entry).toBeLessThanOrEqual(other)
    expect(verdict.wrong.some(({ problem }) => problem.includes('another root'))).toBe(true)
  })

  test('inserts a bid: it has no place, and at the place of another it is named', async () => {
    const last = await placeOf(5)
    const verdict = await afterTampering(async (sql) => {
      await sql`
        insert into lot_events (lot_id, sequence, type, event, at, salt, leaf_hash)
        select lot_id, 6, type, jsonb_set(event, '{sequence}', '6'), at, salt, leaf_hash from lot_events
        where ${event(sql, 4)}`
      await sql`update log_leaves set source = 'event', source_id = (select max(ordinal) from lot_events)
        where index = (select max(index) - 1 from log_leaves where source = 'audit')`
    })
    expect(verdict.ok).toBe(false)
    expect(verdict.firstWrong?.entry).toBeGreaterThan(last)
  })

  test('publishes another winner or price: the last entry of the auction is named', async () => {
    const verdict = await afterTampering(
      (sql) => sql`update results set price_minor = 440000 where lot_id = ${auction.lots[0]!.id}`,
    )
    expect(verdict.firstWrong).toMatchObject({ label: 'z3', entry: await placeOf(5) })
    expect(verdict.firstWrong?.expected).toEqual({ outcome: 'sold', winner: '11', priceMinor: '450000' })
  })

  test('rewrites the log and signs it again: a receipt with its proof tells', async () => {
    const receipts = await receiptsFor(auction.bidders[0]!.person, auction.lots[0]!.id)
    const file = await download()
    const size = file.leaves.from + Buffer.from(file.leaves.hashes, 'base64').length / 32
    const hashes = Buffer.from(file.leaves.hashes, 'base64')
    hashes[hashes.length - 1] = (hashes.at(-1) ?? 0) ^ 1
    const growth = { size: file.leaves.from, peaks: file.leaves.peaks.map((peak) => fromBase64(peak)!) }
    for (let at = 0; at < hashes.length; at += 32) grow(growth, new Uint8Array(hashes.subarray(at, at + 32)))
    const checkpoint = signCheckpoint({ origin: logOrigin(), size, root: rootOfGrowth(growth) }, logSeed())
    const rewritten = { ...file, checkpoint, leaves: { ...file.leaves, hashes: hashes.toString('base64') } }
    expect((await verifyRound(rewritten)).log).toMatchObject({ size })
    expect(checkReceipts(receipts!, rewritten)[0]).toMatchObject({
      ok: false,
      found: expect.stringContaining('The log showed two histories'),
    })
  })
})
