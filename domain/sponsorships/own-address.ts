import { and, eq, isNull } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { memberships, organisations, users } from '@/db/schema/people'

/**
 * Whether an address lies in the applicant's own house: at the domain of someone who acts for it, of its public contact
 * or of its website, or above or below one of them. A registrar's consent does not come from there (R4.2).
 */
export async function isOwnAddress(db: Reader, organisationId: string, address: string): Promise<boolean> {
  const [organisation] = await db.select().from(organisations).where(eq(organisations.id, organisationId))
  const people = await db
    .select({ email: users.email })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.organisationId, organisationId), isNull(memberships.endedAt)))
  const website = URL.parse(organisation?.website ?? '')?.hostname.replace(/^www\./, '')
  const own = [
    ...people.map(({ email }) => domainOf(email)),
    domainOf(organisation?.publicContact ?? ''),
    website,
  ]
  const asked = domainOf(address)
  return own.some((domain) => domain && asked && isSameHouse(domain, asked))
}

function domainOf(address: string): string | undefined {
  return /@([\w.-]+)\s*$/.exec(address)?.[1]?.toLowerCase()
}

function isSameHouse(one: string, other: string): boolean {
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`)
}
