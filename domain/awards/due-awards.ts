import { sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'

/** Awards of which a deadline has passed by the database's clock, the longest first. Mirrors `overdue`. */
export async function dueAwards(db: Reader): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select a.id from awards a
    where (a.state = 'offered' and a.accept_by <= clock_timestamp())
      or (a.state = 'accepted' and a.pay_by <= clock_timestamp())
    order by least(a.accept_by, a.pay_by), a.id
    limit 100`)
  return rows.map(({ id }) => id)
}
