import type { Sql } from '@/db/client'

/** Up to which numbers of either source nothing can come any more. */
export type Settled = { audit: number; event: number }
type Mark = Settled & { after: string; takenMs: number }

/**
 * Numbers are given before a transaction commits, so a smaller one may become visible after a larger one. A mark remembers
 * the largest numbers seen and the transactions then under way; once all of those have ended, and longer ago than any
 * statement of the portal may last, every number up to the mark is visible or lost for ever. Whoever looks for what is new
 * need not look below it. A process that starts looks at everything once.
 */
export class SettledNumbers {
  settled: Settled = { audit: 0, event: 0 }
  readonly #waitMs: number
  #marks: Mark[] = []

  constructor(waitMs = 60_000) {
    this.#waitMs = waitMs
  }

  /** Marks that have become settled by now: ask before looking for what is new, and hand them to `advance` after. */
  async ripe(sql: Sql): Promise<Mark[]> {
    const now = performance.now()
    const old = this.#marks.filter(({ takenMs }) => now - takenMs >= this.#waitMs)
    if (old.length === 0) return []
    const [row] = await sql<
      { oldest: string }[]
    >`select pg_snapshot_xmin(pg_current_snapshot())::text as oldest`
    return old.filter(({ after }) => BigInt(after) <= BigInt(row?.oldest ?? 0))
  }

  /** Everything visible has its leaf: what was ripe before is settled, and from here a new mark begins to ripen. */
  async advance(sql: Sql, ripe: readonly Mark[]): Promise<void> {
    for (const { audit, event } of ripe)
      this.settled = {
        audit: Math.max(this.settled.audit, audit),
        event: Math.max(this.settled.event, event),
      }
    this.#marks = this.#marks.filter((mark) => !ripe.includes(mark))
    const takenMs = performance.now()
    const newest = this.#marks.at(-1)
    if (newest && takenMs - newest.takenMs < this.#waitMs / 6) return
    const [row] = await sql<{ audit: string; event: string; after: string }[]>`
      select coalesce((select max(source_id) from log_leaves where source = 'audit'), 0) as audit,
        coalesce((select max(source_id) from log_leaves where source = 'event'), 0) as event,
        pg_snapshot_xmax(pg_current_snapshot())::text as after`
    if (row)
      this.#marks.push({ audit: Number(row.audit), event: Number(row.event), after: row.after, takenMs })
  }
}
