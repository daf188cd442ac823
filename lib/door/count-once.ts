import { and, eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { idempotencyKeys } from '@/db/schema/system'
import { type Actor, auditName } from '@/lib/access/actor'
import type { OperationName } from '@/lib/access/policy'
import { refuse } from '@/lib/errors'
import { hashOf } from '@/lib/hash'

/**
 * Carries out what comes under a key the first time it comes, and answers the same again after that.
 * Refuses `request.repeated-differently` when the key came with something else.
 */
export async function countOnce<R>(
  tx: Tx,
  name: OperationName,
  actor: Actor,
  raw: unknown,
  key: string,
  first: () => Promise<R>,
): Promise<R> {
  const owner = auditName(actor)
  const requestHash = hashOf(JSON.parse(JSON.stringify(raw ?? null)))
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${owner}|${name}|${key}`}, 0))`)
  const [known] = await tx
    .select()
    .from(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.actor, owner),
        eq(idempotencyKeys.operation, name),
        eq(idempotencyKeys.key, key),
      ),
    )
  if (known && known.requestHash !== requestHash) throw refuse('request.repeated-differently')
  if (known) return known.answer as R
  const result = await first()
  await tx
    .insert(idempotencyKeys)
    .values({ actor: owner, operation: name, key, requestHash, answer: result ?? null })
  return result
}
