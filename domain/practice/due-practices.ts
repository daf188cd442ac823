import { sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { KEPT_MINUTES } from './rules'

/** Practices to be wiped by now (R3.6): over for a while, or left behind for a day. The database's clock decides. */
export async function duePractices(db: Reader): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select id from rounds
    where practice and (
      (state in ('closed', 'cancelled') and state_since <= clock_timestamp() - make_interval(mins => ${KEPT_MINUTES}))
      or created_at <= clock_timestamp() - interval '1 day')
    order by created_at limit 100`)
  return rows.map(({ id }) => id)
}
