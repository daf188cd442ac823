import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { applications } from '@/db/schema/applications'
import { lots, rounds } from '@/db/schema/rounds'
import type { Actor, MemberRole } from '@/lib/access/actor'
import { refuse } from '@/lib/errors'
import { formatInstant } from '@/lib/time/format-instant'
import { applicationStateWords, isAccepting, isEditable } from './rules'

export type LockedApplication = {
  application: typeof applications.$inferSelect
  round: typeof rounds.$inferSelect
  label: string
}

/**
 * An application of one of the actor's organisations, locked; undefined for foreign and unknown ids alike.
 * The round is locked first (shared), as the scheduler does, so that neither waits for the other in a circle.
 */
export async function lockOwnApplication(
  tx: Tx,
  applicationId: string,
  actor: Actor,
  as: readonly MemberRole[] = ['owner', 'editor'],
): Promise<LockedApplication | undefined> {
  const own = and(
    eq(applications.id, applicationId),
    inArray(applications.organisationId, actsFor(actor, as)),
  )
  const [found] = await tx.select({ roundId: applications.roundId }).from(applications).where(own)
  if (!found) return undefined
  const [round] = await tx.select().from(rounds).where(eq(rounds.id, found.roundId)).for('share')
  const [application] = await tx.select().from(applications).where(own).for('update')
  if (!application || !round) return undefined
  const [lot] = await tx.select({ label: lots.label }).from(lots).where(eq(lots.id, application.lotId))
  return { application, round, label: lot!.label }
}

/** The organisations the actor acts for in one of these roles. */
export function actsFor(actor: Actor, as: readonly MemberRole[]): string[] {
  if (actor.kind !== 'person') return []
  return actor.memberships.filter(({ role }) => as.includes(role)).map(({ organisationId }) => organisationId)
}

/** Refuses unless the application may be written at this instant (R5.3, R5.6). */
export function requireWritable({ application, round }: LockedApplication, at: Date): void {
  if (!isEditable(application.state)) throw wrongState(application.state)
  requireAccepting(round, at)
}

/** Refuses unless the round accepts applications at this instant. */
export function requireAccepting(round: typeof rounds.$inferSelect, at: Date): void {
  if (isAccepting(round, at)) return
  throw at >= round.applicationsCloseAt
    ? refuse('application.closed', { at: formatInstant(round.applicationsCloseAt, 'UTC') })
    : refuse('application.not-open')
}

export function wrongState(state: LockedApplication['application']['state']) {
  return refuse('application.wrong-state', { state: applicationStateWords[state].toLowerCase() })
}
