import { eq } from 'drizzle-orm'
import { database, type Reader } from '@/db/client'
import { applications, registrars, sponsorships } from '@/db/schema/applications'
import { organisations } from '@/db/schema/people'
import { lots, rounds } from '@/db/schema/rounds'
import { sha256Hex } from '@/lib/hash'

/** What the holder of a registrar's link is shown; undefined for an unknown token. Changes nothing. */
export async function sponsorshipAsked(token: string, db: Reader = database()) {
  const [row] = await db
    .select({
      state: sponsorships.state,
      requestedAt: sponsorships.requestedAt,
      expiresAt: sponsorships.expiresAt,
      answeredAt: sponsorships.answeredAt,
      answeredByName: sponsorships.answeredByName,
      registrar: registrars.name,
      ianaId: registrars.ianaId,
      registrarStatus: registrars.status,
      reference: applications.reference,
      organisation: organisations.legalName,
      country: organisations.country,
      website: organisations.website,
      label: lots.label,
      round: rounds.name,
      closesAt: rounds.applicationsCloseAt,
    })
    .from(sponsorships)
    .innerJoin(registrars, eq(registrars.ianaId, sponsorships.registrarIanaId))
    .innerJoin(applications, eq(applications.id, sponsorships.applicationId))
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .innerJoin(lots, eq(lots.id, applications.lotId))
    .innerJoin(rounds, eq(rounds.id, applications.roundId))
    .where(eq(sponsorships.tokenHash, sha256Hex(token)))
  return row
}
