import type { Database } from '@/db/client'
import { memberships, organisations, roles, users } from '@/db/schema/people'
import { hashPassword } from '@/domain/users/password'
import { newTotpSeed } from '@/domain/users/totp'
import { newId } from '@/lib/ids'
import { backgroundPeople, type DemoOrganisation, demoOrganisations, demoPeople } from './demo-people'

/** Ids of what was seeded: people by address, organisations by key. */
export type SeededPeople = { users: Map<string, string>; organisations: Map<DemoOrganisation, string> }

/**
 * Inserts the demo people and organisations. Everyone has an authenticator app set up with a seed nobody knows and
 * the password of nobody: the sign-in page of the demo world is the way in.
 * @param at the instant everything is dated with
 */
export async function seedPeople(db: Database, at: Date): Promise<SeededPeople> {
  const passwordHash = await hashPassword(newId('never', at))
  const people = [...demoPeople, ...backgroundPeople].map((person) => ({ ...person, id: newId('usr', at) }))
  const groups = demoOrganisations.map((organisation) => ({ ...organisation, id: newId('org', at) }))
  const organisationIds = new Map<DemoOrganisation, string>(groups.map(({ key, id }) => [key, id]))
  await db.insert(users).values(
    people.map(({ id, email, name }) => ({
      id,
      email,
      name,
      passwordHash,
      pseudonym: newId('sub', at),
      emailVerifiedAt: at,
      totpSecret: newTotpSeed(email).sealed,
      totpConfirmedAt: at,
      createdAt: at,
    })),
  )
  await db.insert(organisations).values(
    groups.map(({ id, key, legalName, country, kind }, index) => ({
      id,
      legalName,
      country,
      kind,
      registrationNumber: `EX-${1000 + index}`,
      address: `${index + 1} Example Street, Example Town`,
      publicContact: `hello@${key}.example`,
      website: `https://${key}.example/`,
      beneficialOwners: [],
      createdAt: at,
    })),
  )
  await db
    .insert(roles)
    .values(
      people.flatMap(({ id, roles: held = [], registrarIanaId }) => [
        ...held.map((role) => ({ id: newId('rol', at), userId: id, role, grantedAt: at })),
        ...(registrarIanaId
          ? [{ id: newId('rol', at), userId: id, role: 'registrar' as const, registrarIanaId, grantedAt: at }]
          : []),
      ]),
    )
  await db.insert(memberships).values(
    people.flatMap(({ id, member }) =>
      (member?.roles ?? []).map((role) => ({
        id: newId('mem', at),
        organisationId: organisationIds.get(member!.organisation)!,
        userId: id,
        role,
        startedAt: at,
      })),
    ),
  )
  return { users: new Map(people.map(({ email, id }) => [email, id])), organisations: organisationIds }
}
