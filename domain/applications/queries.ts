import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import { applications, attachments, planDrafts } from '@/db/schema/applications'
import { memberships, organisations, users } from '@/db/schema/people'
import { lots, rounds } from '@/db/schema/rounds'
import { files } from '@/db/schema/system'
import { readClarifications } from '@/domain/clarifications/read-clarifications'
import { readReleasedDecision } from '@/domain/decisions/explain-decision'
import { readDecisionLetter } from '@/domain/decisions/read-letter'
import { compareVersions } from '@/domain/plans/compare-versions'
import { frozenContentOf } from '@/domain/plans/freeze-plan'
import { describeAttachments } from '@/domain/plans/queries'
import { readPlan } from '@/domain/plans/read-plan'
import { readSubmittable } from '@/domain/plans/read-submittable'
import { type DraftContent, keepAsked } from '@/domain/plans/rules'
import { isSectionId, sectionIds, sections } from '@/domain/plans/sections'
import { publishedQuestions } from '@/domain/questions/queries'
import { currentRules } from '@/domain/rules/current'
import type { Person } from '@/lib/access/actor'
import { query } from '@/lib/query'
import { listTasks } from './list-tasks'
import { actsFor } from './lock-application'
import { readOwn, readProgress, readRegistrar, readVersions } from './read-own'
import { readStandings } from './read-standing'

const allSections = sectionIds.map((id) => sections[id])

/** The applications of the actor's organisations, newest first, with where each stands. */
export const myApplications = query('applications.own', ({ db, actor }) => readStandings(db, actor))

/** One application with its tasks, people and round: the home of the applicant's work. */
export const applicationHome = query('applications.own', async ({ db, actor, input }) => {
  const own = await readOwn(db, actor, (input as { applicationId: string }).applicationId)
  if (!own) return undefined
  const people = await db
    .selectDistinct({ userId: users.id, name: users.name, role: memberships.role })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(and(eq(memberships.organisationId, own.organisation.id), isNull(memberships.endedAt)))
    .orderBy(asc(users.name), desc(memberships.role))
  const edits = await db.select().from(planDrafts).where(eq(planDrafts.applicationId, own.application.id))
  const answered = await publishedQuestions(db, own.round.id)
  const versions = await readVersions(db, own.application.id)
  const current = versions.find(({ id }) => id === own.application.currentVersionId)
  const lastEdit = latest(edits)
  const [standing] = await readStandings(db, actor, eq(applications.id, own.application.id))
  const told = standing?.decision
  return {
    ...own,
    standing: standing!,
    decision: told && (await readReleasedDecision(db, own.application.id, own.round.settings)),
    hasLetter:
      told !== undefined && (await readDecisionLetter(db, own.application.id, actor.email)) !== undefined,
    groups: listTasks(await readProgress(db, own)),
    people: [...new Map(people.map((person) => [person.userId, person.name]))].map(([userId, name]) => ({
      userId,
      name,
      roles: people.filter((one) => one.userId === userId).map(({ role }) => role),
      lastEditAt: latest(edits.filter(({ updatedBy }) => updatedBy === userId)),
    })),
    questions: answered.length,
    clarifications: (await readClarifications(db, own.application.id)).length,
    versions: versions.map(({ id, number, receivedAt, contentHash }) => ({
      id,
      number,
      receivedAt,
      contentHash,
    })),
    attachments: (await readAttachments(db, own.application.id)).length,
    changedSinceSubmission: current !== undefined && lastEdit !== undefined && lastEdit > current.submittedAt,
  }
})

/** One section as it is written, with what its page shows around it. */
export const sectionToWrite = query('applications.own', async ({ db, actor, input }) => {
  const { applicationId, section } = input as { applicationId: string; section: string }
  const own = await readOwn(db, actor, applicationId)
  if (!own || !isSectionId(section)) return undefined
  const [draft] = await db
    .select({
      content: planDrafts.content,
      completed: planDrafts.completed,
      version: planDrafts.version,
      updatedAt: planDrafts.updatedAt,
      updatedBy: users.name,
    })
    .from(planDrafts)
    .innerJoin(users, eq(users.id, planDrafts.updatedBy))
    .where(and(eq(planDrafts.applicationId, applicationId), eq(planDrafts.section, section)))
  const content = keepAsked(sections[section].questions, (draft?.content ?? {}) as DraftContent)
  return { ...own, section: sections[section], content, draft }
})

/** The registrar named by an application, and what it was asked. */
export const registrarOfApplication = query('applications.own', async ({ db, actor, input }) => {
  const own = await readOwn(db, actor, (input as { applicationId: string }).applicationId)
  return own && { ...own, registrar: await readRegistrar(db, own) }
})

/** The attached files of an application. */
export const attachmentsOfApplication = query('applications.own', async ({ db, actor, input }) => {
  const own = await readOwn(db, actor, (input as { applicationId: string }).applicationId)
  return own && { ...own, attachments: await readAttachments(db, own.application.id) }
})

/** What would be submitted now, as a reading, with its hash and the rules to accept; or the missing sections. */
export const applicationToCheck = query('applications.own', async ({ db, actor, input }) => {
  const own = await readOwn(db, actor, (input as { applicationId: string }).applicationId)
  if (!own) return undefined
  const registrar = await readRegistrar(db, own)
  const sponsored = registrar?.canSponsor && registrar.request?.state === 'confirmed'
  const ready = await readSubmittable(db, own.application, own.round)
  const versions = await readVersions(db, own.application.id)
  const base = { ...own, registrar, rules: currentRules, versions: versions.length }
  if (!ready.ok || !sponsored) return { ...base, ready: undefined }
  return {
    ...base,
    ready: {
      checkedHash: ready.checkedHash,
      reading: readPlan(ready.content, allSections),
      attachments: await describeAttachments(db, ready.attachments),
    },
  }
})

/** A submitted version as a receipt: the newest, or the one with a number. */
export const receiptOfApplication = query('applications.own', async ({ db, actor, input }) => {
  const { applicationId, number } = input as { applicationId: string; number?: number }
  const own = await readOwn(db, actor, applicationId)
  const versions = own ? await readVersions(db, applicationId) : []
  const version = number ? versions.find((one) => one.number === number) : versions[0]
  if (!own || !version) return undefined
  const [submitter] = await db.select().from(users).where(eq(users.id, version.submittedBy))
  return {
    ...own,
    version,
    submittedBy: submitter?.name ?? '',
    registrar: await readRegistrar(db, own),
    reading: readPlan(frozenContentOf(version), allSections),
    attachments: await describeAttachments(db, version.attachments),
  }
})

/** Every submitted version, newest first, each with what changed against the one before. */
export const historyOfApplication = query('applications.own', async ({ db, actor, input }) => {
  const own = await readOwn(db, actor, (input as { applicationId: string }).applicationId)
  if (!own) return undefined
  const versions = await readVersions(db, own.application.id)
  return {
    ...own,
    versions: versions.map((version, index) => {
      const earlier = versions[index + 1]
      const { id, number, receivedAt, contentHash } = version
      const changes = earlier
        ? compareVersions(frozenContentOf(earlier), frozenContentOf(version), allSections)
        : []
      return { id, number, receivedAt, contentHash, changes }
    }),
  }
})

/**
 * What a person can start with: a lot of a round that is announced, and the organisations it may act for. Someone new
 * may add one; people of the programme and of registrars, who act for none, have no business here (R4.3).
 */
export const choicesToStart = query('account.own', async ({ db, actor, input }) => {
  const { lotId } = input as { lotId: string }
  const [found] = await db
    .select({ lot: lots, round: rounds })
    .from(lots)
    .innerJoin(rounds, eq(rounds.id, lots.roundId))
    .where(and(eq(lots.id, lotId), inArray(rounds.state, ['approved', 'applications', 'review'])))
  const own = found ? await ownOrganisations(db, actor, lotId) : []
  if (!found || (own.length === 0 && actor.roles.length > 0)) return undefined
  return { ...found, organisations: own }
})

function latest(edits: readonly { updatedAt: Date }[]): Date | undefined {
  return edits.map(({ updatedAt }) => updatedAt).sort((a, b) => b.getTime() - a.getTime())[0]
}

async function ownOrganisations(db: Parameters<typeof readOwn>[0], actor: Person, lotId: string) {
  return db
    .select({
      id: organisations.id,
      legalName: organisations.legalName,
      applicationId: applications.id,
      applicationState: applications.state,
    })
    .from(organisations)
    .leftJoin(
      applications,
      and(eq(applications.organisationId, organisations.id), eq(applications.lotId, lotId)),
    )
    .where(inArray(organisations.id, actsFor(actor, ['owner', 'editor'])))
    .orderBy(asc(organisations.legalName))
}

async function readAttachments(db: Parameters<typeof readOwn>[0], applicationId: string) {
  return db
    .select({
      id: attachments.id,
      fileId: files.id,
      title: attachments.title,
      fileName: files.fileName,
      size: files.size,
      mediaType: files.mediaType,
      addedAt: attachments.addedAt,
    })
    .from(attachments)
    .innerJoin(files, eq(files.id, attachments.fileId))
    .where(and(eq(attachments.applicationId, applicationId), isNull(attachments.removedAt)))
    .orderBy(asc(attachments.addedAt), asc(attachments.id))
}
