import { inArray } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { mailOutbox } from '@/db/schema/system'

/**
 * Those of the letters that were never written. Asked of the outbox, so that after downtime what was missed is said once
 * and nothing is said twice; the outbox itself refuses the same effect again.
 */
export async function unsent<L extends { effect?: string }>(db: Reader, letters: readonly L[]): Promise<L[]> {
  const effects = letters.flatMap(({ effect }) => effect ?? [])
  if (effects.length === 0) return [...letters]
  const sent = await db
    .select({ effect: mailOutbox.effect })
    .from(mailOutbox)
    .where(inArray(mailOutbox.effect, effects))
  const known = new Set(sent.map(({ effect }) => effect))
  return letters.filter(({ effect }) => effect === undefined || !known.has(effect))
}
