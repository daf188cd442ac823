import { asc, count, eq } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { closeDatabase, database, pool, sequencerConnection } from '@/db/client'
import { bidders, results } from '@/db/schema/auctions'
import { awards } from '@/db/schema/awards'
import { labels } from '@/db/schema/labels'
import { phases, rounds } from '@/db/schema/rounds'
import { approvals, auditLog } from '@/db/schema/system'
import { dueAwards } from '@/domain/awards/due-awards'
import { takeLease } from '@/domain/transcript/lease'
import { roundTranscript } from '@/domain/transcript/round-transcript'
import { sequenceEntries } from '@/domain/transcript/sequence-entries'
import { SettledNumbers } from '@/domain/transcript/settled'
import type { RoundFile } from '@/transcript/round-file'
import { verifyRound } from '@/transcript/verify-round'
import { seed } from './main'
import { holdFurtherRound } from './rounds/further-round'
import { startSeedClock } from './seed-clock'
import { readWorld, tell } from './world'

afterAll(closeDatabase)

const SLOW = 120_000

test('the demo world is told to its end, in the order of time, once', { timeout: SLOW }, async () => {
  await seed()
  const db = database()
  const states = await db
    .select({ state: rounds.state })
    .from(rounds)
    .innerJoin(phases, eq(phases.id, rounds.phaseId))
    .orderBy(asc(phases.number), asc(rounds.number))
  expect(states.map(({ state }) => state)).toEqual([
    'final',
    'bidding',
    'review',
    'applications',
    'draft',
    'bidding',
    'bidding',
    'final',
    'final',
  ])
  const outcomes = await db.select({ outcome: results.outcome }).from(results)
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual([
    'allotted',
    'sold',
    'sold',
    'sold',
    'sold',
    'sold',
    'sold',
    'unsold',
  ])
  const given = await db.select({ label: awards.label, rank: awards.rank, state: awards.state }).from(awards)
  expect(given.map(({ label, rank, state }) => `${label} ${rank} ${state}`).sort()).toEqual([
    '0x 0 defaulted',
    '0x 1 offered',
    '5g 0 allocated',
    'b2 0 accepted',
    'j4 0 paid',
    'w9 0 offered',
    'x4 0 offered',
    'z3 0 paid',
  ])
  expect(await dueAwards(db)).toEqual([])
  const ofState = await db.select({ state: labels.state, labels: count() }).from(labels).groupBy(labels.state)
  expect(new Map(ofState.map((row) => [row.state, row.labels])).get('withheld')).toBe(12)
  const bots = await db.select().from(bidders).where(eq(bidders.houseBot, true))
  expect(bots.length).toBeGreaterThanOrEqual(2)
  const pending = await db.select().from(approvals).where(eq(approvals.state, 'pending'))
  expect(pending).toHaveLength(1)
  const log = await db.select({ at: auditLog.at }).from(auditLog).orderBy(asc(auditLog.id))
  const daysLong = (log.at(-1)!.at.getTime() - log[0]!.at.getTime()) / 86_400_000
  expect(daysLong).toBeGreaterThan(90)
  await expect(seed()).rejects.toThrow('The database is not empty')
})

test('R9.4 every final round of it holds when a stranger verifies its transcript', async () => {
  const lease = (await takeLease(pool(), 'test'))!
  const numbers = new SettledNumbers()
  while ((await sequenceEntries(sequencerConnection(), lease, numbers))!.added > 0);
  for (const slug of ['1-1', '2-3', '2-4']) {
    const verdict = await verifyRound((await roundTranscript(slug)) as RoundFile)
    expect(verdict.wrong, slug).toEqual([])
    expect(verdict.checks.map(({ passed }) => passed)).not.toContain(null)
  }
})

test('a further round is in bidding soon after the last', { timeout: SLOW }, async () => {
  const clock = await startSeedClock(2)
  try {
    const since = new Date(clock.now.getTime() - 3_600_000)
    await tell(clock, [holdFurtherRound(await readWorld(clock), since)])
  } finally {
    await clock.end()
  }
  const states = await database().select({ state: rounds.state }).from(rounds).orderBy(asc(rounds.createdAt))
  expect(states.map(({ state }) => state).at(-1)).toBe('bidding')
})
