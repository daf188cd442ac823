import { type SQL, sql } from 'drizzle-orm'
import { mailOutbox } from '@/db/schema/system'

/** Letters whose effect begins with this text, by the index that is in byte order; `prefix` may be of another table. */
export function effectBegins(prefix: SQL | string): SQL {
  const { effect } = mailOutbox
  return sql`(${effect} collate "C" >= ${prefix} and ${effect} collate "C" < ${prefix} || chr(1114111))`
}
