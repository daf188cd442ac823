import { and, eq, isNull, type SQL } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { webhooks } from '@/db/schema/notifications'
import { users } from '@/db/schema/people'
import type { Actor } from '@/lib/access/actor'
import { actsForHolder, type Holder } from './rules'

/**
 * Whom the actor may make a webhook for, with the condition that finds its webhooks; undefined for anyone else's. The
 * actor's own row is locked, so that two clicks do not pass a limit together.
 */
export async function lockHolder(
  tx: Tx,
  { organisationId, registrarIanaId }: Holder,
  actor: Actor,
): Promise<(Holder & { where: SQL | undefined }) | undefined> {
  const holder = { organisationId, registrarIanaId }
  if (actor.kind !== 'person' || (organisationId !== null && registrarIanaId !== null)) return undefined
  if (!actsForHolder(actor, holder)) return undefined
  await tx.select({ id: users.id }).from(users).where(eq(users.id, actor.userId)).for('update')
  return { ...holder, where: ofHolder(holder) }
}

/** The webhooks of one holder. */
export function ofHolder({ organisationId, registrarIanaId }: Holder): SQL | undefined {
  return and(
    organisationId === null ? isNull(webhooks.organisationId) : eq(webhooks.organisationId, organisationId),
    registrarIanaId === null
      ? isNull(webhooks.registrarIanaId)
      : eq(webhooks.registrarIanaId, registrarIanaId),
  )
}
