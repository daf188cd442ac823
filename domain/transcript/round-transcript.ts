import { pool, type Sql } from '@/db/client'
import { receiptKey } from '@/domain/bids/receipt'
import { entryOfEvent } from '@/domain/lots/leaf-of-event'
import { readRoundSlug } from '@/domain/rounds/round-address'
import type { Json } from '@/engine/json'
import type { Claim, Entry, RoundFile } from '@/transcript/round-file'
import { logKey } from './log-key'
import { proveInclusion, readCheckpoint } from './public-queries'
import { scoresRecord } from './scores-record'
import { sealedRecord } from './sealed-record'

/** What people and the system decided about a round: told in full beside the events of its names. */
const TOLD = [
  'round.approve',
  'round.suspend',
  'round.resume',
  'round.extend',
  'round.postpone-bidding',
  'round.make-up-outage',
  'round.finalise',
  'round-key.publish',
  'share.prove',
  'opening.begin',
  'share.release',
  'opening.open-bids',
]
/** Checkpoints on the way: enough to say within which seconds something was changed. */
const MOST_STOPS = 500

type Stretch = { from: number; first: Uint8Array | null; to: number }

/**
 * The transcript of a final round (R9.4), from its address such as `1-2`. Undefined before the round is final, and
 * `not-yet` for the second until a checkpoint holds its last entry.
 * @param auditorsSecret of the sealed bids, where the settings give it to the auditor: nothing is withheld then
 */
export async function roundTranscript(
  slug: string,
  sql: Sql = pool(),
  auditorsSecret: string | null = null,
): Promise<RoundFile | 'not-yet' | undefined> {
  const found = await readRound(sql, slug)
  if (!found) return undefined
  const { format, ...round } = found
  const entries = await readEntries(sql, round.id)
  const last = entries?.at(-1)
  const stretch = entries && last && (await stretchOf(sql, entries, last.index))
  if (!stretch) return 'not-yet'
  const { from, to } = stretch
  const isSealed = format.startsWith('sealed-')
  const [checkpoint, history, lots, scores, sealed] = await Promise.all([
    readCheckpoint(to, sql),
    readStops(sql, from, to),
    readClaims(sql, round.id),
    round.scoresHash === null ? null : scoresRecord(sql, round.id),
    isSealed ? sealedRecord(sql, round.id, auditorsSecret) : null,
  ])
  return {
    format: 'round-transcript/v1',
    key: logKey(),
    receiptKey: receiptKey().vkey,
    round,
    checkpoint: checkpoint?.note ?? '',
    history,
    leaves: { from, peaks: inBase64(stretch.first), hashes: await readHashes(sql, from, to) },
    entries: await Promise.all(entries.map((entry) => withProof(sql, entry, stretch))),
    lots,
    scores,
    sealed,
  }
}

/** The address of the final round that a name was decided in last, or a lot; undefined when there is none. */
export async function roundOfResult(key: string, sql: Sql = pool()): Promise<string | undefined> {
  const [row] = await sql<{ slug: string }[]>`
    select p.number || '-' || r.number as slug
    from results x join lots l on l.id = x.lot_id join rounds r on r.id = x.round_id join phases p on p.id = r.phase_id
    where r.state = 'final' and (l.label = ${key} or l.id = ${key}) order by x.final_at desc limit 1`
  return row?.slug
}

async function readRound(
  sql: Sql,
  slug: string,
): Promise<(RoundFile['round'] & { format: string }) | undefined> {
  const address = readRoundSlug(slug)
  if (!address) return undefined
  const [row] = await sql<(RoundFile['round'] & { format: string })[]>`
    select r.id, r.name, ${slug}::text as slug, r.rules_version as "rulesVersion", r.scores_hash as "scoresHash",
      r.published_secret as secret, r.format
    from rounds r join phases p on p.id = r.phase_id
    where p.number = ${address.phase} and r.number = ${address.number} and r.state = 'final' and r.practice_of is null`
  return row && { ...row }
}

/** The entries that are told, in the order of the log; undefined while one of them has no place in it. */
async function readEntries(sql: Sql, roundId: string): Promise<Entry[] | undefined> {
  type Row = { index: string | null; salt: Uint8Array | null }
  const events = await sql<(Row & { lot: string; attempt: string | null; event: Json })[]>`
    select l.index, e.salt, e.lot_id as lot, e.attempt_id as attempt, e.event
    from lot_events e join lots on lots.id = e.lot_id
    left join log_leaves l on l.source = 'event' and l.source_id = e.ordinal
    where lots.round_id = ${roundId}`
  const actions = await sql<(Row & { data: string })[]>`
    select l.index, a.salt, convert_from(a.payload, 'UTF8') as data
    from audit_log a left join log_leaves l on l.source = 'audit' and l.source_id = a.id
    where a.outcome = 'done' and (a.object = ${roundId} and a.kind in ${sql(TOLD)}
      or a.kind = 'lot.open' and a.object in (select id from lots where round_id = ${roundId})
      or a.kind = 'bidder.strike' and a.object in (select id from bidders where round_id = ${roundId})
      or a.kind = 'bid.place' and a.object in (
        select b.id from bid_attempts b join lots on lots.id = b.lot_id
        where lots.round_id = ${roundId} and b.code = 'accepted' and b.form in ('sealed', 'withdrawal')))`
  const rows = [
    ...events.map((row) => ({ ...row, data: entryOfEvent(row) })),
    ...actions.map((row) => ({ ...row })),
  ]
  if (rows.some(({ index, salt }) => index === null || salt === null)) return undefined
  return rows
    .map(({ index, salt, data }) => ({
      index: Number(index),
      salt: Buffer.from(salt as Uint8Array).toString('base64'),
      data,
    }))
    .sort((a, b) => a.index - b.index)
}

/**
 * From the last checkpoint before the first event to the first that holds the last entry; rather one that a witness
 * cosigned. What was decided long before stands there by a proof of its own.
 */
async function stretchOf(sql: Sql, entries: readonly Entry[], last: number): Promise<Stretch | undefined> {
  const events = entries.filter(({ data }) => data.includes('"kind":"lot.event"'))
  const first = (events[0] ?? entries[0])?.index ?? 0
  const [end] = await sql<{ size: string }[]>`
    select c.size from log_checkpoints c where c.size > ${last}
    order by exists (select from log_cosignatures s where s.size = c.size) desc, c.size limit 1`
  if (!end) return undefined
  const [start] = await sql<{ size: string; peaks: Uint8Array }[]>`
    select size, peaks from log_checkpoints where size <= ${first} order by size desc limit 1`
  return { from: Number(start?.size ?? 0), first: start?.peaks ?? null, to: Number(end.size) }
}

async function readStops(sql: Sql, from: number, to: number): Promise<string[]> {
  const rows = await sql<{ note: string }[]>`
    select note from (
      select note, size, row_number() over (order by size) - 1 as number, count(*) over () as stops
      from log_checkpoints where size >= ${from} and size < ${to}
    ) c where number % (stops / ${MOST_STOPS} + 1) = 0 order by size`
  return rows.map(({ note }) => note)
}

async function readHashes(sql: Sql, from: number, to: number): Promise<string> {
  const [row] = await sql<{ hashes: Uint8Array | null }[]>`
    select string_agg(hash, ''::bytea order by index) as hashes from log_leaves
    where index >= ${from} and index < ${to}`
  return Buffer.from(row?.hashes ?? []).toString('base64')
}

async function withProof(sql: Sql, entry: Entry, { from, to }: Stretch): Promise<Entry> {
  if (entry.index >= from) return entry
  const proof = await proveInclusion(entry.index, to, sql)
  return { ...entry, proof: proof.map((hash) => Buffer.from(hash).toString('base64')) }
}

/** What was published: the winner by paddle, as in the record, and by name. */
async function readClaims(sql: Sql, roundId: string): Promise<Claim[]> {
  const rows = await sql<Claim[]>`
    select r.lot_id as id, lots.label, r.outcome, b.paddle::text as winner, o.legal_name as "winnerName",
      r.price_minor::text as "priceMinor"
    from results r join lots on lots.id = r.lot_id
    left join applications a on a.id = r.winner_application_id
    left join organisations o on o.id = a.organisation_id
    left join bidders b on b.round_id = r.round_id and b.organisation_id = a.organisation_id
    where r.round_id = ${roundId} order by lots.label`
  return rows.map((row) => ({ ...row }))
}

function inBase64(peaks: Uint8Array | null): string[] {
  const bytes = Buffer.from(peaks ?? [])
  return Array.from({ length: bytes.length / 32 }, (_, at) =>
    bytes.subarray(at * 32, at * 32 + 32).toString('base64'),
  )
}
