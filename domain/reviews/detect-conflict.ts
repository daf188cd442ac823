import { and, eq, inArray, isNotNull, ne } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Reader } from '@/db/client'
import { applications } from '@/db/schema/applications'
import { memberships, roles } from '@/db/schema/people'
import { findTies } from '@/domain/applications/find-ties'
import { readParties } from '@/domain/applications/flag-related-parties'

/** Whose conflicts are looked for: the name may be an owner's, the address share a member's domain. */
export type Someone = { userId: string; name: string; email: string }

/** `member` when the person acts for the applicant, which is a conflict whatever is declared. */
export type LikelyConflict = { grounds: string[]; member: boolean }

/**
 * Looks for likely conflicts between people and the applicants of a round (R6.2): the same e-mail domain (public ones
 * say nothing), a name among the owners, having acted for the organisation before, or for a rival of it for the same name:
 * whoever bid against somebody once is no stranger to them.
 */
export async function conflictDetector(
  db: Reader,
  roundId: string,
  organisationIds: readonly string[],
): Promise<(person: Someone, organisationId: string) => LikelyConflict> {
  const ids = [...new Set(organisationIds)]
  const applicants = await readParties(db, roundId, ids)
  const former = await db
    .select({ userId: memberships.userId, organisationId: memberships.organisationId })
    .from(memberships)
    .where(and(inArray(memberships.organisationId, ids), isNotNull(memberships.endedAt)))
  const rivals = await readRivals(db, ids)
  return ({ userId, name, email }, organisationId) => {
    const applicant = applicants.find(({ id }) => id === organisationId)
    if (!applicant) return { grounds: [], member: false }
    const ties = findTies({ id: userId, owners: [name], people: [{ userId, email }] }, applicant)
    const member = ties.some((tie) => tie.grounds === 'person')
    const grounds = ties.filter((tie) => tie.grounds !== 'person').map(({ detail }) => detail)
    const acted = former.some((one) => one.userId === userId && one.organisationId === organisationId)
    if (acted) grounds.push('Acted for the applicant before')
    if (rivals.has(`${userId} ${organisationId}`)) grounds.push('Acted for a rival of the applicant before')
    return { member, grounds }
  }
}

/** People who ever acted for an organisation that applied for a name with one of these, as `person organisation`. */
async function readRivals(db: Reader, organisationIds: string[]): Promise<Set<string>> {
  const rival = alias(applications, 'rival')
  const wasSubmitted = ['submitted', 'withdrawn'] as const
  const rows = await db
    .selectDistinct({ userId: memberships.userId, organisationId: applications.organisationId })
    .from(applications)
    .innerJoin(
      rival,
      and(eq(rival.lotId, applications.lotId), ne(rival.organisationId, applications.organisationId)),
    )
    .innerJoin(memberships, eq(memberships.organisationId, rival.organisationId))
    .innerJoin(roles, and(eq(roles.userId, memberships.userId), eq(roles.role, 'reviewer')))
    .where(
      and(
        inArray(applications.organisationId, organisationIds),
        inArray(applications.state, wasSubmitted),
        inArray(rival.state, wasSubmitted),
      ),
    )
  return new Set(rows.map(({ userId, organisationId }) => `${userId} ${organisationId}`))
}
