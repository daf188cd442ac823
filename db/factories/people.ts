import { randomBytes } from 'node:crypto'
import { database } from '@/db/client'
import { memberships, organisations, type PirRole, roles, users } from '@/db/schema/people'
import { type MemberRole, type Person, personById } from '@/lib/access/actor'
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
  const id = fresh('usr')
  const name = wanted.name ?? `Person ${tag()}`
  await db.insert(users).values({
    id,
    name,
    email: wanted.email ?? `person-${tag()}@people.example`,
    pseudonym: fresh('sub'),
    emailVerifiedAt: processNow(),
    totpConfirmedAt: processNow(),
  })
  for (const role of wanted.roles ?? []) await db.insert(roles).values({ id: fresh('rol'), userId: id, role })
  if (wanted.registrar !== undefined)
    await db
      .insert(roles)
      .values({ id: fresh('rol'), userId: id, role: 'registrar', registrarIanaId: wanted.registrar })
  for (const role of wanted.member?.roles ?? [])
    await db
      .insert(memberships)
      .values({ id: fresh('mem'), organisationId: wanted.member!.organisationId, userId: id, role })
  return (await personById(db, id, wanted.assurance ?? 2))!
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
