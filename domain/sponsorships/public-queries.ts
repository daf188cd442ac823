import { and, eq, exists, lt, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { applications, registrars, sponsorships } from '@/db/schema/applications'
import { awards } from '@/db/schema/awards'
import { organisations } from '@/db/schema/people'
import { lots, rounds } from '@/db/schema/rounds'
import { countryName } from '@/domain/organisations/countries'
import { roundName } from '@/domain/rounds/round-name'
import type { Actor } from '@/lib/access/actor'
import { requestOf } from './find-request'

/**
 * What a registrar is shown of a request, by the token of its link or, signed in, by its id; undefined when there is
 * none for them. Changes nothing.
 */
export async function sponsorshipAsked(token: string, actor: Actor) {
  const [row] = await database()
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
      round: { number: rounds.number, name: rounds.name },
      closesAt: rounds.applicationsCloseAt,
      /** Asked after the award: the registrar would take the name over from another. */
      awarded: exists(
        database()
          .select({ one: sql`1` })
          .from(awards)
          .where(
            and(eq(awards.applicationId, applications.id), lt(awards.offeredAt, sponsorships.requestedAt)),
          ),
      ).mapWith(Boolean),
    })
    .from(sponsorships)
    .innerJoin(registrars, eq(registrars.ianaId, sponsorships.registrarIanaId))
    .innerJoin(applications, eq(applications.id, sponsorships.applicationId))
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .innerJoin(lots, eq(lots.id, applications.lotId))
    .innerJoin(rounds, eq(rounds.id, applications.roundId))
    .where(requestOf(token, actor))
  return row && { ...row, round: roundName(row.round), country: countryName(row.country) ?? row.country }
}
