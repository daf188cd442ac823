import { and, inArray, isNotNull } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { memberships } from '@/db/schema/people'
import { findTies } from '@/domain/applications/find-ties'
import { readParties } from '@/domain/applications/flag-related-parties'

/** Whose conflicts are looked for: the name may be an owner's, the address share a member's domain. */
export type Someone = { userId: string; name: string; email: string }

/** `member` when the person acts for the applicant, which is a conflict whatever is declared. */
export type LikelyConflict = { grounds: string[]; member: boolean }

/**
 * Looks for likely conflicts between people and the applicants of a round (R6.2): the same e-mail domain (public ones
 * say nothing), a name among the owners, having acted for the organisation before.
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
  return ({ userId, name, email }, organisationId) => {
    const applicant = applicants.find(({ id }) => id === organisationId)
    if (!applicant) return { grounds: [], member: false }
    const ties = findTies({ id: userId, owners: [name], people: [{ userId, email }] }, applicant)
    const member = ties.some((tie) => tie.grounds === 'person')
    const grounds = ties.filter((tie) => tie.grounds !== 'person').map(({ detail }) => detail)
    const acted = former.some((one) => one.userId === userId && one.organisationId === organisationId)
    return { member, grounds: acted ? [...grounds, 'Acted for the applicant before'] : grounds }
  }
}
