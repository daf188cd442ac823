import { and, asc, desc, eq, ilike, ne, or, sql } from 'drizzle-orm'
import { applications, registrars, sponsorships } from '@/db/schema/applications'
import { organisations } from '@/db/schema/people'
import { lots, rounds } from '@/db/schema/rounds'
import { countryName } from '@/domain/organisations/countries'
import { isReservedId } from '@/domain/registrars/rules'
import { roundName } from '@/domain/rounds/round-name'
import { query } from '@/lib/query'

const MOST_FOUND = 20

/**
 * Registrars that could sponsor, by part of the name or IANA id (R4.2): the best 20, and how many there are in all.
 * Empty text finds none.
 */
export const searchSponsors = query('applications.own', async ({ db, input }) => {
  const text = (input as { text: string }).text.trim().slice(0, 100)
  if (text === '') return { found: [], more: false }
  const pattern = `%${text.replace(/[\\%_]/g, (character) => `\\${character}`)}%`
  const byId = /^\d{1,7}$/.test(text) ? eq(registrars.ianaId, Number(text)) : undefined
  const rows = await db
    .select({ ianaId: registrars.ianaId, name: registrars.name })
    .from(registrars)
    .where(and(eq(registrars.status, 'Accredited'), or(ilike(registrars.name, pattern), byId)))
    .orderBy(sql`position(lower(${text}) in lower(${registrars.name}))`, asc(registrars.name))
    .limit(MOST_FOUND + 1)
  const found = rows.filter(({ ianaId }) => !isReservedId(ianaId))
  return { found: found.slice(0, MOST_FOUND), more: rows.length > MOST_FOUND }
})

/** What was asked of the registrar a person acts for (R4.2), what waits first. Plans and bids are not among it. */
export const ownSponsorships = query('sponsorships.own', async ({ db, actor }) => {
  const ianaId = actor.registrarIanaId
  if (ianaId === null) return undefined
  const [registrar] = await db
    .select({ name: registrars.name, status: registrars.status })
    .from(registrars)
    .where(eq(registrars.ianaId, ianaId))
  if (!registrar) return undefined
  const asked = await db
    .select({
      id: sponsorships.id,
      state: sponsorships.state,
      label: lots.label,
      organisation: organisations.legalName,
      country: organisations.country,
      round: { number: rounds.number, name: rounds.name },
      requestedAt: sponsorships.requestedAt,
      expiresAt: sponsorships.expiresAt,
      answeredAt: sponsorships.answeredAt,
    })
    .from(sponsorships)
    .innerJoin(applications, eq(applications.id, sponsorships.applicationId))
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .innerJoin(lots, eq(lots.id, applications.lotId))
    .innerJoin(rounds, eq(rounds.id, applications.roundId))
    .where(and(eq(sponsorships.registrarIanaId, ianaId), ne(sponsorships.state, 'superseded')))
    .orderBy(sql`${sponsorships.state} <> 'requested'`, desc(sponsorships.requestedAt))
    .limit(200)
  return {
    ...registrar,
    ianaId,
    asked: asked.map((one) => ({
      ...one,
      round: roundName(one.round),
      country: countryName(one.country) ?? one.country,
    })),
  }
})
