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
 * Adds what no bid of the bidder's own brought about: a lot allotted at the reserve (R7.4), or a maximum that leads
 * again after a strike. It may stand above the limit; then nothing is left of the limit.
 */
export async function addCommitment(sql: Sql, bidderId: string, amountMinor: bigint): Promise<void> {
  await sql`
    update bidders set committed_minor = committed_minor + ${amountMinor.toString()}::text::bigint,
      over_limit_minor = greatest(over_limit_minor,
        coalesce(committed_minor + ${amountMinor.toString()}::text::bigint - limit_minor, 0))
    where id = ${bidderId}`
}

/** Takes off what a bidder no longer stands committed to: a maximum above the price it won at, or a struck bid. */
export async function releaseCommitment(sql: Sql, bidderId: string, amountMinor: bigint): Promise<void> {
  await sql`
    update bidders set committed_minor = committed_minor - ${amountMinor.toString()}::text::bigint
    where id = ${bidderId}`
}
