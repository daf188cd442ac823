import type { Sql } from '@/db/client'

/** Writes what bidders stand committed to. The caller holds the locks on their rows. */
export async function saveCommitments(
  sql: Sql,
  changed: readonly { id: string; committedMinor: bigint }[],
): Promise<void> {
  if (changed.length === 0) return
  const rows = changed.map(({ id, committedMinor }) => ({ id, committed: committedMinor.toString() }))
  await sql`
    update bidders b set committed_minor = x.committed::bigint
    from json_to_recordset(${JSON.stringify(rows)}::text::json) as x(id text, committed text)
    where b.id = x.id`
}

/**
 * Moves what the bidders of a round stand committed to, by paddle. The locks are taken in the order of their ids, as by
 * everyone. What no bid of the bidder's own brought about may stand above the limit (a lot allotted at the reserve,
 * R7.4; a maximum that leads again after a strike; a silent exit from a clock); then nothing is left of the limit.
 */
export async function moveCommitments(
  sql: Sql,
  roundId: string,
  changes: readonly { paddle: number; byMinor: bigint }[],
): Promise<void> {
  if (changes.length === 0) return
  const rows = JSON.stringify(changes.map(({ paddle, byMinor }) => ({ paddle, by: byMinor.toString() })))
  const paddles = changes.map(({ paddle }) => paddle)
  await Promise.all([
    sql`
      select id from bidders where round_id = ${roundId} and paddle = any(${paddles}::int[])
      order by id for update`,
    sql`
      update bidders b set committed_minor = b.committed_minor + x.by::bigint,
        over_limit_minor = case when x.by::bigint > 0
          then greatest(b.over_limit_minor, coalesce(b.committed_minor + x.by::bigint - b.limit_minor, 0))
          else b.over_limit_minor end
      from json_to_recordset(${rows}::text::json) as x(paddle int, by text)
      where b.round_id = ${roundId} and b.paddle = x.paddle`,
  ])
}

/** The bidders of a round with these paddles. */
export async function biddersByPaddle(
  sql: Sql,
  roundId: string,
  paddles: readonly number[],
): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    select id from bidders where round_id = ${roundId} and paddle = any(${[...paddles]}::int[])`
  return rows.map(({ id }) => id)
}
