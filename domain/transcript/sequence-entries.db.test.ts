import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeDatabase, pool, sequencerConnection } from '@/db/client'
import { makeOpenLots } from '@/db/factories/auctions'
import { placeBid } from '@/domain/bids/place-bid'
import { env } from '@/env'
import { provesConsistency, provesInclusion } from '@/transcript/check-proof'
import { openCheckpoint } from '@/transcript/checkpoint'
import { rootOf } from '@/transcript/merkle'
import { parseVerifierKey } from '@/transcript/note'
import { type Lease, returnLease, takeLease } from './lease'
import { logKey } from './log-key'
import { proveConsistency, proveInclusion, readCheckpoint, readLeaves } from './public-queries'
import { sequenceEntries } from './sequence-entries'
import { SettledNumbers } from './settled'

const owner = postgres(env.DATABASE_URL, { max: 2, onnotice: () => {} })
const numbers = new SettledNumbers(0)
let lease: Lease

beforeAll(async () => {
  lease = (await takeLease(pool(), 'first'))!
})
afterAll(async () => {
  await owner.end()
  await closeDatabase()
})

const turn = () => sequenceEntries(sequencerConnection(), lease, numbers)
const entry = (sql: postgres.Sql | postgres.TransactionSql, kind: string) =>
  sql`insert into audit_log (kind, outcome, actor, object, payload)
    values (${kind}, 'done', 'system:test', '', convert_to(${kind}, 'UTF8'))`

/** Kinds and events in the order of the tree. */
async function order(): Promise<string[]> {
  const rows = await pool()<{ what: string }[]>`
    select coalesce(a.kind, 'event ' || e.sequence) as what from log_leaves l
    left join audit_log a on l.source = 'audit' and a.id = l.source_id
    left join lot_events e on l.source = 'event' and e.ordinal = l.source_id order by l.index`
  return rows.map(({ what }) => what)
}

async function checked() {
  const { note, size, root } = (await readCheckpoint())!
  expect(openCheckpoint(note, parseVerifierKey(logKey())!)).toMatchObject({ size, root })
  expect(rootOf(await readLeaves(0, size))).toEqual(root)
  return { size, root }
}

describe('R9.2 the sequencer', () => {
  test('gives each entry and each event a place once, and signs the tree', async () => {
    await entry(pool(), 'one')
    const { lots, bidders } = await makeOpenLots()
    await turn()
    await placeBid(bidders[0]!.person, { lotId: lots[0]!.id, maxMinor: '800000' })
    expect(await turn()).toMatchObject({ added: 2 })
    expect(await turn()).toMatchObject({ added: 0 })
    expect(await order()).toEqual(['one', 'event 1', 'event 2', 'bid.place'])
    expect((await checked()).size).toBe(4)
  })

  test('misses nothing of a slower transaction with a smaller number', async () => {
    let commit = () => {}
    const slow = owner.begin(async (sql) => {
      await entry(sql, 'slow')
      await new Promise<void>((resolve) => {
        commit = resolve
      })
    })
    while (
      (
        await owner`select from pg_stat_activity where state = 'idle in transaction'
      and datname = current_database()`
      ).length === 0
    );
    await entry(pool(), 'quick')
    for (let turns = 0; turns < 4; turns++) await turn()
    commit()
    await slow
    await turn()
    expect((await order()).slice(-2)).toEqual(['quick', 'slow'])
    // Looks no further back than it has to, once everything that was under way in the cluster has ended.
    const [last] = await pool()<{ id: string }[]>`select max(id) as id from audit_log`
    while (numbers.settled.audit < Number(last?.id)) await turn()
    expect((await order()).slice(-2)).toEqual(['quick', 'slow'])
  })

  test('proves each place and that each tree begins the next, across tiles', async () => {
    const before = await checked()
    await owner`insert into audit_log (kind, outcome, actor, object, payload)
      select 'many', 'done', 'system:test', '', convert_to(n::text, 'UTF8') from generate_series(1, 600) n`
    await turn()
    const after = await checked()
    const leaves = await readLeaves(0, after.size)
    for (const index of [0, before.size, 255, 256, after.size - 1]) {
      const proof = await proveInclusion(index, after.size)
      expect(provesInclusion(leaves[index]!, { index, ...after, proof })).toBe(true)
    }
    const proof = await proveConsistency(before.size, after.size)
    const growth = { from: before.size, fromRoot: before.root, to: after.size, root: after.root, proof }
    expect(provesConsistency(growth)).toBe(true)
  })

  test('is one: while its lease lasts nobody else works, and who lost it signs nothing', async () => {
    expect(await takeLease(pool(), 'second')).toBeUndefined()
    await returnLease(pool(), lease)
    const second = (await takeLease(pool(), 'second'))!
    expect(second.term).toBe(lease.term + 1)
    await entry(pool(), 'after the change')
    expect(await turn()).toBeUndefined()
    expect(await sequenceEntries(sequencerConnection(), second, new SettledNumbers())).toMatchObject({
      added: 1,
    })
    const old = owner`insert into log_checkpoints (size, root, peaks, note, term)
      select size + 1, root, peaks, note, ${lease.term} from log_checkpoints order by size desc limit 1`
    await expect(old).rejects.toMatchObject({ constraint_name: 'log_checkpoints_fenced' })
    const again = owner`insert into log_checkpoints (size, root, peaks, note, term)
      select 5, root, peaks, note, ${second.term} from log_checkpoints order by size desc limit 1`
    await expect(again).rejects.toMatchObject({ constraint_name: 'log_checkpoints_fenced' })
    const stolen = owner`update log_sequencer set holder = 'third'`
    await expect(stolen).rejects.toMatchObject({ constraint_name: 'log_sequencer_term' })
    const gap = owner`insert into log_leaves (index, source, source_id, hash)
      select max(index) + 2, 'audit', 999999, sha256('x') from log_leaves`
    await expect(gap).rejects.toMatchObject({ constraint_name: 'log_leaves_no_gap' })
  })
})
