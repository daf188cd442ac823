import { and, eq, inArray } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { awards } from '@/db/schema/awards'
import { organisations } from '@/db/schema/people'
import type { Case } from './lock-case'

/** Who holds a name of the Programme, or is about to: its standing award with the organisation. */
export async function registrantOf(db: Reader, label: string) {
  const [row] = await db
    .select({ awardId: awards.id, organisationId: organisations.id, organisation: organisations.legalName })
    .from(awards)
    .innerJoin(organisations, eq(organisations.id, awards.organisationId))
    .where(and(eq(awards.label, label), inArray(awards.state, ['accepted', 'paid', 'allocated'])))
    .limit(1)
  return row
}

type Registrant = NonNullable<Awaited<ReturnType<typeof registrantOf>>>

/** Whether the case heard just this registrant: once the name passes on, it is another’s to answer. */
export function isHeard(
  file: Pick<Case, 'heardAt' | 'awardId' | 'heardOrganisationId'>,
  registrant: Registrant | undefined,
): registrant is Registrant {
  return (
    registrant !== undefined &&
    file.heardAt !== null &&
    file.awardId === registrant.awardId &&
    file.heardOrganisationId === registrant.organisationId
  )
}
