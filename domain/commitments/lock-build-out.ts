import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { awards } from '@/db/schema/awards'
import { buildOuts, commitments } from '@/db/schema/build-out'
import { actsFor } from '@/domain/applications/lock-application'
import { isActive } from '@/domain/awards/lifecycle'
import type { Actor, MemberRole } from '@/lib/access/actor'
import { refuse } from '@/lib/errors'

export type Commitment = typeof commitments.$inferSelect
export type BuildOut = typeof buildOuts.$inferSelect
export type LockedBuildOut = {
  award: typeof awards.$inferSelect
  buildOut: BuildOut
  /** By number. */
  commitments: Commitment[]
}

/**
 * An award's build-out with its commitments, locked: the award first, as everything that moves an award does. With
 * `as`, only of the actor’s organisations; undefined for foreign and unknown alike.
 */
export async function lockBuildOut(
  tx: Tx,
  awardId: string,
  actor: Actor,
  as?: readonly MemberRole[],
): Promise<LockedBuildOut | undefined> {
  const own = as && inArray(awards.organisationId, actsFor(actor, as))
  const [award] = await tx
    .select()
    .from(awards)
    .where(and(eq(awards.id, awardId), own))
    .for('update')
  if (!award) return undefined
  const [buildOut] = await tx.select().from(buildOuts).where(eq(buildOuts.awardId, awardId)).for('update')
  if (!buildOut) return undefined
  const promised = await tx
    .select()
    .from(commitments)
    .where(eq(commitments.awardId, awardId))
    .orderBy(asc(commitments.number))
  return { award, buildOut, commitments: promised }
}

/** One commitment under the lock of its build-out. */
export async function lockCommitment(
  tx: Tx,
  commitmentId: string,
  actor: Actor,
  as?: readonly MemberRole[],
): Promise<(LockedBuildOut & { commitment: Commitment }) | undefined> {
  const [found] = await tx
    .select({ awardId: commitments.awardId })
    .from(commitments)
    .where(eq(commitments.id, commitmentId))
  const locked = found && (await lockBuildOut(tx, found.awardId, actor, as))
  const commitment = locked?.commitments.find(({ id }) => id === commitmentId)
  return locked && commitment && { ...locked, commitment }
}

type Held = Pick<LockedBuildOut, 'award' | 'buildOut'>

/** Refuses once the build-out is complete, or its award is no more. */
export function requireGoingOn({ award, buildOut }: Held): void {
  if (buildOut.ending || !isActive(award.state)) throw refuse('build-out.ended')
}

/** Refuses unless the commitments are settled and the build-out goes on. */
export function requireRunning(held: Held): void {
  requireGoingOn(held)
  if (held.buildOut.terms === 'proposed') throw refuse('build-out.not-settled')
}
