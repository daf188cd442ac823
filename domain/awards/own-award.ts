import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { awards } from '@/db/schema/awards'
import { actsFor } from '@/domain/applications/lock-application'
import type { Actor } from '@/lib/access/actor'
import { refuse } from '@/lib/errors'
import { formatInstant } from '@/lib/time/format-instant'
import { type Award, lockAward } from './lock-award'

/** An award of an organisation that the actor owns, locked; undefined for foreign and unknown ids alike. */
export async function lockOwnAward(tx: Tx, awardId: string, actor: Actor): Promise<Award | undefined> {
  const [found] = await tx
    .select({ id: awards.id })
    .from(awards)
    .where(and(eq(awards.id, awardId), inArray(awards.organisationId, actsFor(actor, ['owner']))))
  return found && lockAward(tx, found.id)
}

/** Refuses unless the award waits for an answer at this instant: before `acceptBy`, not on it (R10.1). */
export function requireAnswerable({ state, acceptBy }: Award, at: Date): void {
  if (state !== 'offered') throw refuse('award.wrong-state', { state })
  if (at >= acceptBy) throw refuse('award.too-late', { at: formatInstant(acceptBy, 'UTC') })
}
