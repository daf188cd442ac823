import { and, eq, inArray, isNotNull, ne } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Reader } from '@/db/client'
import { applications } from '@/db/schema/applications'
import { memberships, organisations, roles } from '@/db/schema/people'
import { reviewerPosts } from '@/db/schema/reviews'
import { type KnownParty, knownParty, tiesBetween } from '@/domain/applications/find-ties'
import { readParties } from '@/domain/applications/flag-related-parties'
import { mayBeSame } from './match-names'

/** Whose conflicts are looked for: the name may be an owner's, the address share a member's domain. */
export type Someone = { userId: string; name: string; email: string }

/** `member` when the person acts for the applicant, which is a conflict whatever is declared. */
export type LikelyConflict = { grounds: string[]; member: boolean }

/**
 * Looks for likely conflicts between people and the applicants of a round (R6.2): the same e-mail domain (public ones
 * say nothing), a name among the owners, having acted for the organisation before, or for a rival of it for the same name
 * (whoever bid against somebody once is no stranger to them), and where they say they work or worked.
 */
export async function conflictDetector(
  db: Reader,
  roundId: string,
  organisationIds: readonly string[],
): Promise<(person: Someone, organisationId: string) => LikelyConflict> {
  const ids = [...new Set(organisationIds)]
  const applicants = await readParties(db, roundId, ids)
  const known = new Map(applicants.map((applicant) => [applicant.id, knownParty(applicant)]))
  const former = await readFormer(db, ids)
  const rivals = await readRivals(db, ids)
  const posts = await readMatchingPosts(db, ids)
  const people = new Map<string, KnownParty>()
  const asParty = ({ userId, name, email }: Someone): KnownParty => {
    const party =
      people.get(userId) ?? knownParty({ id: userId, owners: [name], people: [{ userId, email }] })
    people.set(userId, party)
    return party
  }
  return (person, organisationId) => {
    const applicant = known.get(organisationId)
    if (!applicant) return { grounds: [], member: false }
    const pair = `${person.userId} ${organisationId}`
    const ties = tiesBetween(asParty(person), applicant)
    const member = ties.some((tie) => tie.grounds === 'person')
    const grounds = ties.filter((tie) => tie.grounds !== 'person').map(({ detail }) => detail)
    if (former.has(pair)) grounds.push('Acted for the applicant before')
    if (rivals.has(pair)) grounds.push('Acted for a rival of the applicant before')
    for (const post of posts.get(pair) ?? []) grounds.push(`Works or worked there, as they say: ${post}`)
    return { member, grounds }
  }
}

/** Who acted for one of these organisations and does no more, as `person organisation`. */
async function readFormer(db: Reader, organisationIds: string[]): Promise<Set<string>> {
  const rows = await db
    .select({ userId: memberships.userId, organisationId: memberships.organisationId })
    .from(memberships)
    .where(and(inArray(memberships.organisationId, organisationIds), isNotNull(memberships.endedAt)))
  return new Set(rows.map(({ userId, organisationId }) => `${userId} ${organisationId}`))
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

/** What people said of where they work or worked that may be one of these organisations, by `person organisation`. */
async function readMatchingPosts(db: Reader, organisationIds: string[]): Promise<Map<string, string[]>> {
  const names = await db
    .select({ id: organisations.id, legalName: organisations.legalName })
    .from(organisations)
    .where(inArray(organisations.id, organisationIds))
  const matches = (await db.select().from(reviewerPosts)).flatMap(({ reviewerId, organisation }) =>
    names
      .filter(({ legalName }) => mayBeSame(legalName, organisation))
      .map(({ id }) => ({ pair: `${reviewerId} ${id}`, organisation })),
  )
  const grouped = Map.groupBy(matches, ({ pair }) => pair)
  return new Map([...grouped].map(([pair, some]) => [pair, some.map(({ organisation }) => organisation)]))
}
