import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import { database, type Reader } from '@/db/client'
import { invitations, memberships, organisations, users } from '@/db/schema/people'
import { sha256Hex } from '@/lib/hash'
import { query } from '@/lib/query'
import { countryName } from './countries'
import { type MemberRole, memberRoles } from './rules'

/** The organisations the person acts for, with what they may do there. */
export const ownOrganisations = query('account.own', async ({ db, actor }) => {
  const ids = [...new Set(actor.memberships.map(({ organisationId }) => organisationId))]
  if (ids.length === 0) return []
  const rows = await db
    .select({ id: organisations.id, legalName: organisations.legalName, country: organisations.country })
    .from(organisations)
    .where(inArray(organisations.id, ids))
    .orderBy(asc(organisations.legalName))
  return rows.map((row) => ({
    ...row,
    country: countryName(row.country) ?? row.country,
    roles: rolesIn(actor.memberships, row.id),
  }))
})

const rolesIn = (held: readonly { organisationId: string; role: MemberRole }[], organisationId: string) =>
  memberRoles.filter((role) =>
    held.some((membership) => membership.organisationId === organisationId && membership.role === role),
  )

export type OwnOrganisation = {
  organisation: typeof organisations.$inferSelect
  owner: boolean
  roles: MemberRole[]
  members: Awaited<ReturnType<typeof membersOf>>
  invitations: Awaited<ReturnType<typeof invitationsOf>>
}

/** One organisation with its people and, for its owners, its open invitations. Undefined for anyone outside it. */
export const ownOrganisation = query<{ organisationId: string }, OwnOrganisation>(
  'account.own',
  async ({ db, actor, input }) => {
    const roles = rolesIn(actor.memberships, input.organisationId)
    if (roles.length === 0) return undefined
    const [organisation] = await db
      .select()
      .from(organisations)
      .where(eq(organisations.id, input.organisationId))
    if (!organisation) return undefined
    const owner = roles.includes('owner')
    const [members, open] = [await membersOf(db, organisation.id), await invitationsOf(db, organisation.id)]
    return { organisation, owner, roles, members, invitations: owner ? open : [] }
  },
)

async function membersOf(db: Reader, organisationId: string) {
  const rows = await db
    .select({
      id: memberships.id,
      role: memberships.role,
      userId: users.id,
      name: users.name,
      email: users.email,
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.organisationId, organisationId), isNull(memberships.endedAt)))
    .orderBy(asc(users.name), asc(users.id))
  const people = new Map<
    string,
    { userId: string; name: string; email: string; roles: { id: string; role: MemberRole }[] }
  >()
  for (const { id, role, ...person } of rows) {
    const entry = people.get(person.userId) ?? { ...person, roles: [] }
    entry.roles.push({ id, role })
    people.set(person.userId, entry)
  }
  return [...people.values()]
}

function invitationsOf(db: Reader, organisationId: string) {
  return db
    .select({
      id: invitations.id,
      email: invitations.email,
      role: invitations.role,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .where(
      and(
        eq(invitations.organisationId, organisationId),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, sql`clock_timestamp()`),
      ),
    )
    .orderBy(asc(invitations.email))
}

/** What an invitation's page may tell whoever holds its link; undefined when it opens nothing any more. */
export async function readInvitation(token: string, db: Reader = database()) {
  const [row] = await db
    .select({
      email: invitations.email,
      role: invitations.role,
      expiresAt: invitations.expiresAt,
      organisation: organisations.legalName,
      invitedBy: users.name,
    })
    .from(invitations)
    .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
    .innerJoin(users, eq(users.id, invitations.invitedBy))
    .where(
      and(
        eq(invitations.tokenHash, sha256Hex(token)),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, sql`clock_timestamp()`),
      ),
    )
  return row
}
