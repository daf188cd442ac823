import type { Sql } from '@/db/client'
import { pool } from '@/db/client'
import type { Hash } from '@/transcript/merkle'
import { consistencyFromTiles, inclusionFromTiles, type ReadTile, TILE } from '@/transcript/tiles'

/** The log as everyone may read it (R9.2): signed checkpoints, hashes of leaves, proofs. No entry is told here. */
export type SignedCheckpoint = { size: number; root: Uint8Array; note: string; at: Date }

/** The latest checkpoint, or the one over exactly so many leaves, with the lines of the witnesses that cosigned it. */
export async function readCheckpoint(
  size?: number,
  sql: Sql = pool(),
): Promise<SignedCheckpoint | undefined> {
  const [row] = await sql<{ size: string; root: Uint8Array; note: string; at: Date; lines: string[] }[]>`
    select c.size, c.root, c.note, c.at,
      array(select line from log_cosignatures s where s.size = c.size order by s.witness) as lines
    from log_checkpoints c where ${size ?? null}::bigint is null or c.size = ${size ?? null}
    order by c.size desc limit 1`
  if (!row) return undefined
  const cosigned = row.lines.map((line) => `${line}\n`).join('')
  return {
    size: Number(row.size),
    root: new Uint8Array(row.root),
    note: row.note + cosigned,
    at: new Date(row.at),
  }
}

/** Hashes of the leaves `from` to before `to`, as far as there are any. */
export async function readLeaves(from: number, to: number, sql: Sql = pool()): Promise<Hash[]> {
  const rows = await sql<{ hash: Uint8Array }[]>`
    select hash from log_leaves where index >= ${from} and index < ${to} order by index`
  return rows.map(({ hash }) => new Uint8Array(hash))
}

/** The audit path of a leaf in the tree over the first `size`. Throws RangeError for what no tree here has. */
export function proveInclusion(index: number, size: number, sql: Sql = pool()): Promise<Hash[]> {
  return inclusionFromTiles(tilesFrom(sql), index, size)
}

/** That the tree over `from` leaves begins the one over `to`. Throws RangeError likewise. */
export function proveConsistency(from: number, to: number, sql: Sql = pool()): Promise<Hash[]> {
  return consistencyFromTiles(tilesFrom(sql), from, to)
}

/** Tiles from the tables, each read once for a proof. */
export function tilesFrom(sql: Sql): ReadTile {
  const known = new Map<string, Promise<Hash[]>>()
  return (level, number) => {
    const key = `${level}/${number}`
    const tile = known.get(key) ?? readTile(sql, level, number)
    known.set(key, tile)
    return tile
  }
}

async function readTile(sql: Sql, level: number, number: number): Promise<Hash[]> {
  const [from, to] = [number * TILE, (number + 1) * TILE]
  if (level === 0) return readLeaves(from, to, sql)
  const rows = await sql<{ hash: Uint8Array }[]>`
    select hash from log_nodes where level = ${level} and index >= ${from} and index < ${to} order by index`
  return rows.map(({ hash }) => new Uint8Array(hash))
}
