import { and, asc, desc, eq, or } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { allocationTokens, registryLookups, registryReports } from '@/db/schema/allocations'
import { registrars, sponsorships } from '@/db/schema/applications'
import { awards } from '@/db/schema/awards'
import { organisations } from '@/db/schema/people'
import { rounds } from '@/db/schema/rounds'
import { canSponsor } from '@/domain/registrars/rules'
import { roundName } from '@/domain/rounds/round-name'
import { allocationTerms } from './rules'

/** How far the allocation of an award is, without secrets; who may see it was asked before. */
export async function readCourse(db: Reader, awardId: string) {
  const [row] = await db
    .select({ award: awards, registrar: registrars, holder: organisations.legalName, round: rounds })
    .from(awards)
    .innerJoin(registrars, eq(registrars.ianaId, awards.registrarIanaId))
    .innerJoin(organisations, eq(organisations.id, awards.organisationId))
    .innerJoin(rounds, eq(rounds.id, awards.roundId))
    .where(eq(awards.id, awardId))
  if (!row) return undefined
  const { award, registrar, holder, round } = row
  const tokens = await db
    .select({
      id: allocationTokens.id,
      state: allocationTokens.state,
      registrarIanaId: allocationTokens.registrarIanaId,
      issuedAt: allocationTokens.issuedAt,
      expiresAt: allocationTokens.expiresAt,
      shownAt: allocationTokens.shownAt,
      redeemedAt: allocationTokens.redeemedAt,
      endedAt: allocationTokens.endedAt,
      endReason: allocationTokens.endReason,
    })
    .from(allocationTokens)
    .where(eq(allocationTokens.awardId, awardId))
    .orderBy(desc(allocationTokens.issuedAt), desc(allocationTokens.id))
  const reports = await db
    .select({
      id: registryReports.id,
      receivedAt: registryReports.receivedAt,
      kind: registryReports.kind,
      outcome: registryReports.outcome,
      resultCode: registryReports.resultCode,
      registrarIanaId: registryReports.registrarIanaId,
    })
    .from(registryReports)
    .where(or(eq(registryReports.awardId, awardId), eq(registryReports.name, `${award.label}.org`)))
    .orderBy(asc(registryReports.receivedAt))
    .limit(200)
  const lookups = await db
    .select({
      id: registryLookups.id,
      at: registryLookups.at,
      outcome: registryLookups.outcome,
      detail: registryLookups.detail,
    })
    .from(registryLookups)
    .innerJoin(allocationTokens, eq(allocationTokens.id, registryLookups.tokenId))
    .where(eq(allocationTokens.awardId, awardId))
    .orderBy(asc(registryLookups.at))
    .limit(200)
  const [asked] = await db
    .select({ registrar: registrars.name, to: sponsorships.contactEmail, expiresAt: sponsorships.expiresAt })
    .from(sponsorships)
    .innerJoin(registrars, eq(registrars.ianaId, sponsorships.registrarIanaId))
    .where(and(eq(sponsorships.applicationId, award.applicationId), eq(sponsorships.state, 'requested')))
  return {
    awardId: award.id,
    label: award.label,
    state: award.state,
    paidAt: award.paidAt,
    allocatedAt: award.allocatedAt,
    holder,
    round: roundName(round),
    registrar: {
      ianaId: registrar.ianaId,
      name: registrar.name,
      status: registrar.status,
      canSponsor: canSponsor(registrar),
      contactEmail: registrar.contactEmail,
    },
    terms: allocationTerms(round.settings),
    settings: { allocation: round.settings.allocation },
    token: tokens[0],
    tokens,
    reports,
    lookups,
    /** Another registrar that was asked to take over and has not answered. */
    asked,
  }
}

export type Course = NonNullable<Awaited<ReturnType<typeof readCourse>>>
