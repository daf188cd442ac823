import { randomBytes } from 'node:crypto'
import { database } from '@/db/client'
import { memberships, organisations, type PirRole, roles, users } from '@/db/schema/people'
import type { MemberRole, Person } from '@/lib/access/actor'
import { processNow } from '@/lib/clock'
import { newId } from '@/lib/ids'

type PersonWanted = {
  name?: string
  email?: string
  roles?: readonly PirRole[]
  /** IANA id, for someone who acts for a registrar. */
  registrar?: number
  member?: { organisationId: string; roles: readonly MemberRole[] }
  assurance?: 1 | 2
}

const fresh = (prefix: string) => newId(prefix, processNow())
const tag = () => randomBytes(5).toString('hex')

/** A verified person with the roles asked for, as an actor signed in with two factors unless said otherwise. */
export async function makePerson(wanted: PersonWanted = {}): Promise<Person> {
  const db = database()
  const userId = fresh('usr')
  const name = wanted.name ?? `Person ${tag()}`
  const email = wanted.email ?? `person-${tag()}@people.example`
  const pseudonym = fresh('sub')
  const at = processNow()
  await db
    .insert(users)
    .values({ id: userId, name, email, pseudonym, emailVerifiedAt: at, totpConfirmedAt: at })
  const registrarIanaId = wanted.registrar ?? null
  const held = [
    ...(wanted.roles ?? []).map((role) => ({ role, registrarIanaId: null })),
    ...(registrarIanaId === null ? [] : [{ role: 'registrar' as const, registrarIanaId }]),
  ]
  if (held.length > 0)
    await db.insert(roles).values(held.map((role) => ({ id: fresh('rol'), userId, ...role })))
  const { organisationId = '', roles: places = [] } = wanted.member ?? {}
  const member = places.map((role) => ({ organisationId, role }))
  if (member.length > 0)
    await db.insert(memberships).values(member.map((place) => ({ id: fresh('mem'), userId, ...place })))
  const assurance = wanted.assurance ?? 2
  return {
    ...{ kind: 'person', userId, pseudonym, name, email, sessionId: '', assurance },
    ...{ freshFactor: assurance >= 2, biddingHeldUntil: null, timeZone: null, totpConfirmed: true },
    ...{ roles: held.map(({ role }) => role), registrarIanaId, memberships: member },
  }
}

/** A fictional organisation. */
export async function makeOrganisation(
  legalName = `Example ${tag()} (fictional)`,
): Promise<{ id: string; legalName: string }> {
  const id = fresh('org')
  await database()
    .insert(organisations)
    .values({ id, legalName, country: 'US', kind: 'charity', registrationNumber: tag() })
  return { id, legalName }
}

/** An organisation with one person who is owner, editor and bidder of it. */
export async function makeApplicant(): Promise<{
  organisation: { id: string; legalName: string }
  person: Person
}> {
  const organisation = await makeOrganisation()
  const person = await makePerson({
    member: { organisationId: organisation.id, roles: ['owner', 'editor', 'bidder'] },
  })
  return { organisation, person }
}
