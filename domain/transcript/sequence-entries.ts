import type postgres from 'postgres'
import type { Sql } from '@/db/client'
import { signCheckpoint } from '@/transcript/checkpoint'
import { countPeaks, empty, type Growth, grow, rootOfGrowth } from '@/transcript/growth'
import type { Hash } from '@/transcript/merkle'
import { holdLease, type Lease } from './lease'
import { logOrigin, logSeed } from './log-key'
import type { Settled, SettledNumbers } from './settled'

/** Leaves of one turn: a second of the busiest bidding, and little enough that the next bids do not feel it. */
export const MOST_AT_ONCE = 5000

type Pending = { source: 'audit' | 'event'; id: string; hash: Uint8Array }
export type Turn = { added: number; size: number }

/**
 * One turn of the sequencer (R9.2): gives every committed entry that has no place yet the next one, and signs a checkpoint
 * over the tree. All in one transaction that holds the lease: undefined when another sequencer has taken over. What
 * commits late is found in a later turn, because what is looked for is entries without a leaf and not larger numbers.
 */
export async function sequenceEntries(
  connection: postgres.Sql,
  lease: Lease,
  numbers: SettledNumbers,
): Promise<Turn | undefined> {
  const ripe = await numbers.ripe(connection)
  const turn = await connection.begin(async (sql) => {
    if (!(await holdLease(sql, lease))) return undefined
    // A process that starts looks at all there ever was.
    if (numbers.settled.audit === 0) await sql`set local statement_timeout = '5min'`
    const pending = await pendingEntries(sql, numbers.settled)
    const growth = await lastGrowth(sql)
    if (pending.length === 0) return { added: 0, size: growth.size }
    await addLeaves(sql, growth, pending)
    await saveCheckpoint(sql, growth, lease)
    return { added: pending.length, size: growth.size }
  })
  if (turn && turn.added < MOST_AT_ONCE) await numbers.advance(connection, ripe)
  return turn
}

/** In the order of recording; of one lot that is the order of its events, because a lot is locked while they are recorded. */
async function pendingEntries(sql: Sql, { audit, event }: Settled): Promise<Pending[]> {
  return sql<Pending[]>`
    select source, id, hash from (
      select 'audit' as source, a.id, a.leaf_hash as hash, a.at from audit_log a
      where a.id > ${audit} and not exists (
        select from log_leaves l where l.source = 'audit' and l.source_id = a.id)
      union all
      select 'event', e.ordinal, e.leaf_hash, e.recorded_at from lot_events e
      where e.ordinal > ${event} and e.leaf_hash is not null and not exists (
        select from log_leaves l where l.source = 'event' and l.source_id = e.ordinal)
    ) entries order by at, source desc, id limit ${MOST_AT_ONCE}`
}

async function lastGrowth(sql: Sql): Promise<Growth> {
  const [row] = await sql<{ size: string; peaks: Uint8Array }[]>`
    select size, peaks from log_checkpoints order by size desc limit 1`
  if (!row) return empty()
  const size = Number(row.size)
  const bytes = new Uint8Array(row.peaks)
  const peaks = Array.from({ length: countPeaks(size) }, (_, at) => bytes.slice(at * 32, at * 32 + 32))
  return { size, peaks }
}

/** Leaves, and the roots of subtrees of 256, 65,536 … that became full. */
async function addLeaves(sql: Sql, growth: Growth, pending: readonly Pending[]): Promise<void> {
  const first = growth.size
  const nodes: { level: number; index: number; hash: string }[] = []
  for (const { hash } of pending)
    grow(growth, new Uint8Array(hash), (subtree) => {
      if (subtree.height > 0 && subtree.height % 8 === 0)
        nodes.push({ level: subtree.height / 8, index: subtree.index, hash: toHex(subtree.hash) })
    })
  const leaves = pending.map(({ source, id, hash }, at) => ({
    index: first + at,
    source,
    id: Number(id),
    hash: toHex(hash),
  }))
  await sql`
    insert into log_leaves (index, source, source_id, hash)
    select index, source, id, decode(hash, 'hex')
    from json_to_recordset(${JSON.stringify(leaves)}::text::json) as x(index bigint, source text, id bigint, hash text)
    order by index`
  if (nodes.length > 0)
    await sql`
      insert into log_nodes (level, index, hash) select level, index, decode(hash, 'hex')
      from json_to_recordset(${JSON.stringify(nodes)}::text::json) as x(level int, index bigint, hash text)`
}

async function saveCheckpoint(sql: Sql, growth: Growth, { term }: Lease): Promise<void> {
  const root = rootOfGrowth(growth)
  const note = signCheckpoint({ origin: logOrigin(), size: growth.size, root }, logSeed())
  const peaks = Buffer.concat(growth.peaks)
  await sql`
    insert into log_checkpoints (size, root, peaks, note, term)
    values (${growth.size}, ${Buffer.from(root)}, ${peaks}, ${note}, ${term})`
}

const toHex = (hash: Hash) => Buffer.from(hash).toString('hex')
