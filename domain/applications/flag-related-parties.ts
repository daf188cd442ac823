import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm'
import type { Reader, Tx } from '@/db/client'
import { applications, planVersions, relatedParties } from '@/db/schema/applications'
import { memberships, organisations, users } from '@/db/schema/people'
import { newId } from '@/lib/ids'
import { findTies, type Party } from './find-ties'

/**
 * Flags the other applicants of a round that this organisation is related to (R4.3): a shared beneficial owner, e-mail
 * domain or person. Asked at each submission; a known flag stays as it is.
 */
export async function flagRelatedParties(
  tx: Tx,
  roundId: string,
  organisationId: string,
  at: Date,
): Promise<number> {
  const others = await tx
    .selectDistinct({ id: applications.organisationId })
    .from(applications)
    .where(
      and(
        eq(applications.roundId, roundId),
        eq(applications.state, 'submitted'),
        ne(applications.organisationId, organisationId),
      ),
    )
  if (others.length === 0) return 0
  const parties = await readParties(tx, roundId, [organisationId, ...others.map(({ id }) => id)])
  const own = parties.find(({ id }) => id === organisationId)!
  const rows = parties
    .filter((party) => party !== own)
    .flatMap((other) => findTies(own, other).map((tie) => ({ other, ...tie })))
    .map(({ other, grounds, detail }) => {
      const [organisationA, organisationB] = [own.id, other.id].sort() as [string, string]
      return { id: newId('rel', at), roundId, organisationA, organisationB, grounds, detail, flaggedAt: at }
    })
  if (rows.length > 0) await tx.insert(relatedParties).values(rows).onConflictDoNothing()
  return rows.length
}

/** What is known of organisations when ties are looked for: their owners, from profile and plans, and their people. */
export async function readParties(tx: Reader, roundId: string, ids: string[]): Promise<Party[]> {
  const profiles = await tx
    .select({ id: organisations.id, owners: organisations.beneficialOwners })
    .from(organisations)
    .where(inArray(organisations.id, ids))
  const people = await tx
    .select({ organisationId: memberships.organisationId, userId: users.id, email: users.email })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(inArray(memberships.organisationId, ids), isNull(memberships.endedAt)))
  const versions = await tx
    .select({
      organisationId: applications.organisationId,
      // Not the whole plans: they are long, and a round has hundreds.
      owners: sql<{ name: string }[] | null>`${planVersions.content} -> 'owners' -> 'owners'`,
    })
    .from(applications)
    .innerJoin(planVersions, eq(planVersions.id, applications.currentVersionId))
    .where(and(eq(applications.roundId, roundId), inArray(applications.organisationId, ids)))
  const peopleOf = Map.groupBy(people, ({ organisationId }) => organisationId)
  const versionsOf = Map.groupBy(versions, ({ organisationId }) => organisationId)
  return profiles.map(({ id, owners }) => ({
    id,
    owners: [...owners, ...(versionsOf.get(id) ?? []).flatMap((version) => version.owners ?? [])].map(
      ({ name }) => name,
    ),
    people: peopleOf.get(id) ?? [],
  }))
}
