import { and, desc, eq } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { registrars, sponsorships } from '@/db/schema/applications'
import { ownersOf } from '@/domain/applications/letters'
import { peopleActing } from '@/domain/registrars/people-acting'

export type Addressee = { name: string; email: string }

type Award = { applicationId: string; organisationId: string; registrarIanaId: number }

/**
 * Who receives the letters of a registrar about an award: the people who act for it; where there are none, its contact
 * and the address that confirmed the sponsorship.
 */
export async function registrarAddresses(db: Reader, award: Award): Promise<Addressee[]> {
  const acting = await peopleActing(db, award.registrarIanaId)
  if (acting.length > 0) return acting
  const [registrar] = await db.select().from(registrars).where(eq(registrars.ianaId, award.registrarIanaId))
  const [sponsorship] = await db
    .select({ email: sponsorships.contactEmail })
    .from(sponsorships)
    .where(
      and(
        eq(sponsorships.applicationId, award.applicationId),
        eq(sponsorships.registrarIanaId, award.registrarIanaId),
        eq(sponsorships.state, 'confirmed'),
      ),
    )
    .orderBy(desc(sponsorships.answeredAt))
    .limit(1)
  const emails = new Set([registrar?.contactEmail, sponsorship?.email].filter((email) => email != null))
  return [...emails].map((email) => ({ name: registrar?.name ?? 'registrar', email }))
}

export function applicantAddresses(db: Reader, award: Award): Promise<Addressee[]> {
  return ownersOf(db, award.organisationId)
}
