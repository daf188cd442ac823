import postgres from 'postgres'
import { afterAll, describe, expect, test } from 'vitest'
import { closeDatabase, pool, sequencerConnection } from '@/db/client'
import { approve } from '@/db/factories/approvals'
import { makeOpenLots } from '@/db/factories/auctions'
import { makePerson } from '@/db/factories/people'
import { holdOpening, sealedFor } from '@/db/factories/sealing'
import type { RoundSettings } from '@/db/schema/rounds'
import { proveAs, publishCeremony } from '@/db/testing/sealed-rounds'
import { passTo } from '@/db/testing/test-clock'
import { placeBid } from '@/domain/bids/place-bid'
import { closeLot } from '@/domain/lots/close-lot'
import { advanceRound } from '@/domain/rounds/advance-round'
import { finaliseRound } from '@/domain/rounds/finalise-round'
import { sealingOfRound } from '@/domain/sealing/queries'
import { env } from '@/env'
import { systemActor } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { type RoundFile, readRoundFile } from '@/transcript/round-file'
import { verifyRound } from '@/transcript/verify-round'
import { takeLease } from './lease'
import { roundTranscript } from './round-transcript'
import { sequenceEntries } from './sequence-entries'
import { SettledNumbers } from './settled'

/** The owner of the database, who can switch off what keeps others from changing it. */
const owner = postgres(env.DATABASE_URL, { max: 1, onnotice: () => {} })
const system = systemActor('schedule')
const officer = () => makePerson({ roles: ['programme-officer'] })

afterAll(async () => {
  await owner.end()
  await closeDatabase()
})

/** A sealed round from the ceremony to its end: replaced, withdrawn, beyond the limit, and one that does not open. */
async function finalSealedRound(settings: Partial<RoundSettings> = {}): Promise<string> {
  const closesAt = new Date(processNow().getTime() + 60_000)
  const giveKey = async (roundId: string) => {
    const key = await publishCeremony(roundId)
    for (const index of [0, 1, 2, 3]) await proveAs(index, key)
  }
  const format = 'sealed-second-price' as const
  const wanted = { format, lots: 2, bidders: 3, depositMinor: 150_000n, closesAt, settings, giveKey }
  const { round, lots, bidders } = await makeOpenLots({ ...wanted, approved: true })
  const bid = async (bidder: number, lot: number, amountMinor: bigint, sealedFor_ = lot) => {
    const { id, person } = bidders[bidder]!
    const sealed = await sealedFor({ round: round.id, lot: lots[sealedFor_]!.id, bidder: id }, amountMinor)
    const options = { idempotencyKey: sealed.key }
    expect(await placeBid(person, { lotId: lots[lot]!.id, ...sealed.body }, options)).toMatchObject({
      ok: true,
    })
  }
  await bid(0, 0, 900_000n)
  await bid(1, 0, 800_000n)
  await bid(0, 1, 700_000n)
  await bid(2, 1, 500_000n, 0)
  await bid(1, 1, 300_000n)
  await placeBid(bidders[1]!.person, { lotId: lots[1]!.id, withdraw: true })
  await passTo(closesAt)
  await holdOpening(round.id)
  for (const lot of lots) expect(await closeLot(system, { lotId: lot.id })).toMatchObject({ ok: true })
  await advanceRound(system, { roundId: round.id })
  const final = await approve(await finaliseRound(await officer(), { roundId: round.id }), await officer())
  expect(final).toMatchObject({ ok: true })
  const lease = (await takeLease(pool(), 'test'))!
  await sequenceEntries(sequencerConnection(), lease, new SettledNumbers())
  const [row] = await pool()<{ slug: string }[]>`
    select p.number || '-' || r.number as slug from rounds r join phases p on p.id = r.phase_id
    where r.id = ${round.id}`
  return row!.slug
}

const download = async (slug: string, sql: postgres.Sql | postgres.TransactionSql = pool()) =>
  readRoundFile(JSON.stringify(await roundTranscript(slug, sql)))

const placeOf = (file: RoundFile, ...parts: string[]) =>
  file.entries.find(({ data }) => parts.every((part) => data.includes(part)))!.index

describe('R8.3 the transcript of a sealed round', () => {
  test('holds what it takes to open every bid again, and tampering by the owner of the database is named', async () => {
    const slug = await finalSealedRound()
    const file = await download(slug)
    const verdict = await verifyRound(file)
    expect(verdict.wrong).toEqual([])
    expect(verdict.checks.map(({ passed }) => passed)).not.toContain(false)
    expect(verdict.sealed).toMatchObject({
      bids: 6,
      opened: 5,
      voids: [{ paddle: '12', reason: 'wrong-lot' }],
      proven: [1, 2, 3, 4],
      released: [1, 3, 5],
    })
    expect(verdict.lots).toMatchObject([{ winner: '10', priceMinor: '800000' }, { status: 'unsold' }])
    const told = file.entries.map(({ data }) => data).join()
    expect(told).toContain('"reason":"bid.over-limit"')
    const persons = await pool()<{ pseudonym: string }[]>`
      select u.pseudonym from users u join memberships m on m.user_id = u.id`
    expect(persons.length).toBeGreaterThan(2)
    for (const { pseudonym } of persons) expect(told).not.toContain(pseudonym)

    const [, second] = file.sealed!.bids
    const attempt = /^attempt (\S+)$/m.exec(second!.receipt)![1]!
    const changes: [string, (sql: postgres.TransactionSql) => Promise<unknown>, number][] = [
      [
        'exchanges a sealed bid',
        (sql) => sql`update bid_attempts set box = set_byte(box, 3000, 7) where id = ${attempt}`,
        placeOf(file, 'bid.place', attempt),
      ],
      [
        'leaves one out',
        (sql) => sql`update bid_attempts set form = 'maximum' where id = ${attempt}`,
        placeOf(file, 'opening.begin'),
      ],
      [
        'changes the amount in the event',
        (sql) =>
          sql`update lot_events set event = jsonb_set(event, '{amountMinor}', '"810000"') where attempt_id = ${attempt}`,
        placeOf(file, 'lot.event', attempt),
      ],
      [
        'publishes another secret',
        (sql) => sql`update openings set published_secret = overlay(published_secret placing 'QQQ' from 40)
          where round_id = ${file.round.id}`,
        placeOf(file, 'round-key.publish'),
      ],
    ]
    for (const [what, change, entry] of changes) {
      const undo = new Error('undo')
      await owner
        .begin(async (sql) => {
          for (const table of ['bid_attempts', 'lot_events', 'openings'])
            await sql`alter table ${sql(table)} disable trigger all`
          await change(sql)
          const changed = await verifyRound(await download(slug, sql))
          expect(changed, what).toMatchObject({ ok: false, firstWrong: { entry } })
          throw undo
        })
        .catch((error) => {
          if (error !== undo) throw error
        })
    }
  })

  test('withholds secret and sealed bids where the auditor alone gets them; the auditor’s copy has both', async () => {
    const slug = await finalSealedRound({ sealedSecret: 'auditor' })
    const file = await download(slug)
    expect(file.sealed?.secret).toBeNull()
    expect(file.sealed?.bids.map(({ ciphertext }) => ciphertext)).toEqual(Array(6).fill(null))
    const verdict = await verifyRound(file)
    expect(verdict.wrong).toEqual([])
    expect(verdict.notChecked.join()).toContain('give its secret to the auditor')
    const auditor = await makePerson({ roles: ['auditor'] })
    const full = await roundTranscript(slug, pool(), (await sealingOfRound(auditor, file.round.id))!.secret)
    const opened = await verifyRound(full as RoundFile)
    expect(opened.wrong).toEqual([])
    expect(opened.sealed).toMatchObject({ bids: 6, opened: 5 })
  })
})
