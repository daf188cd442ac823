import { and, asc, eq, exists, inArray, ne, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Reader } from '@/db/client'
import { applications, registrars, relatedParties, sponsorships } from '@/db/schema/applications'
import { organisations } from '@/db/schema/people'
import { lots, phases, rounds } from '@/db/schema/rounds'
import { frozenContentOf } from '@/domain/plans/freeze-plan'
import { describeAttachments } from '@/domain/plans/queries'
import { readPlan } from '@/domain/plans/read-plan'
import { sectionIds, sections } from '@/domain/plans/sections'
import { withoutConflictOf } from '@/domain/reviews/lock-application'
import type { Person } from '@/lib/access/actor'
import { query } from '@/lib/query'
import { readVersions } from './read-own'

/** Only what is not the applicant's bid: officers read a plan and who is behind it, not the intended deposit (R16.2). */
const shownSections = sectionIds.filter((id) => id !== 'deposit').map((id) => sections[id])

/**
 * Applications of all rounds, or one, with their flags of related parties. Drafts are listed, never opened; one the
 * reader declared a conflict with is neither listed nor counted (R6.2).
 */
export const applicationsForOfficers = query('applications.manage', async ({ db, actor, input }) => {
  const { roundId } = input as { roundId?: string }
  const rows = await db
    .select({
      id: applications.id,
      reference: applications.reference,
      state: applications.state,
      submittedAt: applications.submittedAt,
      organisationId: organisations.id,
      organisation: organisations.legalName,
      country: organisations.country,
      label: lots.label,
      roundId: rounds.id,
      round: rounds.name,
      phase: phases.number,
      number: rounds.number,
      registrar: registrars.name,
    })
    .from(applications)
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .innerJoin(lots, eq(lots.id, applications.lotId))
    .innerJoin(rounds, eq(rounds.id, applications.roundId))
    .innerJoin(phases, eq(phases.id, rounds.phaseId))
    .leftJoin(registrars, eq(registrars.ianaId, applications.registrarIanaId))
    .where(and(roundId ? eq(applications.roundId, roundId) : undefined, withoutConflictOf(db, actor)))
    .orderBy(asc(phases.number), asc(rounds.number), asc(lots.label), asc(applications.reference))
  const flags = await readFlags(db, [...new Set(rows.map((row) => row.roundId))])
  const listed = new Set(rows.map((row) => `${row.roundId} ${row.organisationId}`))
  const related = flags.filter(({ roundId: round, organisationA, organisationB }) =>
    [organisationA, organisationB].every((party) => listed.has(`${round} ${party}`)),
  )
  return rows.map((row) => ({
    ...row,
    related: related.filter(
      (flag) =>
        flag.roundId === row.roundId && [flag.organisationA, flag.organisationB].includes(row.organisationId),
    ).length,
  }))
})

/** One application as officers read it: the submitted version and the flags. */
export const applicationForOfficers = query('applications.manage', async ({ db, actor, input }) => {
  const { applicationId } = input as { applicationId: string }
  const [row] = await db
    .select({ application: applications, organisation: organisations, lot: lots, round: rounds })
    .from(applications)
    .innerJoin(organisations, eq(organisations.id, applications.organisationId))
    .innerJoin(lots, eq(lots.id, applications.lotId))
    .innerJoin(rounds, eq(rounds.id, applications.roundId))
    .where(
      and(eq(applications.id, applicationId), ne(applications.state, 'draft'), withoutConflictOf(db, actor)),
    )
  if (!row) return undefined
  const versions = await readVersions(db, applicationId)
  const current = versions.find(({ id }) => id === row.application.currentVersionId)
  return {
    ...row,
    versions: versions.map(({ id, number, receivedAt, contentHash }) => ({
      id,
      number,
      receivedAt,
      contentHash,
    })),
    current: current && {
      number: current.number,
      profile: current.organisation,
      reading: readPlan(frozenContentOf(current), shownSections),
      representations: current.content.representations ?? {},
      attachments: await describeAttachments(db, current.attachments),
    },
    sponsorship: await readSponsorship(db, applicationId),
    related: await readRelated(db, actor, row),
  }
})

async function readSponsorship(db: Reader, applicationId: string) {
  return db
    .select({
      id: sponsorships.id,
      state: sponsorships.state,
      registrar: registrars.name,
      ianaId: registrars.ianaId,
      contactEmail: sponsorships.contactEmail,
      /** Differs from `contactEmail` where the applicant gave the address. */
      knownEmail: registrars.contactEmail,
      requestedAt: sponsorships.requestedAt,
      answeredAt: sponsorships.answeredAt,
      answeredByName: sponsorships.answeredByName,
      reason: sponsorships.reason,
    })
    .from(sponsorships)
    .innerJoin(registrars, eq(registrars.ianaId, sponsorships.registrarIanaId))
    .where(eq(sponsorships.applicationId, applicationId))
    .orderBy(asc(sponsorships.requestedAt))
}

async function readFlags(db: Reader, roundIds: string[]) {
  return db.select().from(relatedParties).where(inArray(relatedParties.roundId, roundIds))
}

/** Related applicants of a round; `sameLot` when both are after the same name, where only one may bid (R4.3). */
async function readRelated(
  db: Reader,
  actor: Person,
  { application: { roundId, lotId, organisationId } }: { application: typeof applications.$inferSelect },
) {
  const other = alias(organisations, 'other')
  const knownOfOther = db
    .select({ id: applications.id })
    .from(applications)
    .where(
      and(
        eq(applications.roundId, roundId),
        eq(applications.organisationId, other.id),
        withoutConflictOf(db, actor),
      ),
    )
  const flags = await db
    .select({ flag: relatedParties, other })
    .from(relatedParties)
    .innerJoin(
      other,
      and(
        ne(other.id, organisationId),
        or(eq(other.id, relatedParties.organisationA), eq(other.id, relatedParties.organisationB)),
      ),
    )
    .where(
      and(
        eq(relatedParties.roundId, roundId),
        exists(knownOfOther),
        or(
          eq(relatedParties.organisationA, organisationId),
          eq(relatedParties.organisationB, organisationId),
        ),
      ),
    )
  const rivals = await db
    .select({ organisationId: applications.organisationId })
    .from(applications)
    .where(and(eq(applications.lotId, lotId), eq(applications.state, 'submitted')))
  return flags.map(({ flag, other: party }) => ({
    id: flag.id,
    organisation: party.legalName,
    grounds: flag.grounds,
    detail: flag.detail,
    sameLot: rivals.some((rival) => rival.organisationId === party.id),
  }))
}
