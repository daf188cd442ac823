import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { memberships, organisations } from '@/db/schema/people'
import type { Actor } from '@/lib/access/actor'

export type Organisation = typeof organisations.$inferSelect

/** The organisation, locked, if the actor is an owner of it: what exists for anyone else is nothing. */
export async function lockOwned(
  tx: Tx,
  organisationId: string,
  actor: Actor,
): Promise<Organisation | undefined> {
  if (actor.kind !== 'person') return undefined
  const owns = actor.memberships.some(
    (membership) => membership.organisationId === organisationId && membership.role === 'owner',
  )
  if (!owns) return undefined
  const [organisation] = await tx
    .select()
    .from(organisations)
    .where(eq(organisations.id, organisationId))
    .for('update')
  return organisation
}

/** The memberships that stand, of one organisation; read under its lock. */
export function activeMemberships(tx: Tx, organisationId: string) {
  return tx
    .select()
    .from(memberships)
    .where(and(eq(memberships.organisationId, organisationId), isNull(memberships.endedAt)))
}
