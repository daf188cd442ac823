import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'

/** A follow-up, enqueued in the same transaction: rolled back with it, run once it committed. */
export type Job = {
  /** File name in `jobs/`. */
  task: string
  payload: Record<string, unknown>
  /** A job with the same key replaces a waiting one. */
  key?: string
  runAt?: Date
}

export async function enqueue(tx: Tx, jobs: readonly Job[]): Promise<void> {
  for (const job of jobs) {
    await tx.execute(
      sql`select enqueue_job(${job.task}, ${JSON.stringify(job.payload)}::json, ${job.key ?? null}, ${job.runAt?.toISOString() ?? null}::timestamptz)`,
    )
  }
}
