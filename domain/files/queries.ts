import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { applications, attachments, planVersions } from '@/db/schema/applications'
import { awards } from '@/db/schema/awards'
import { commitments, evidence, transfers } from '@/db/schema/build-out'
import { caseEntries } from '@/db/schema/cases'
import { releaseEvidence } from '@/db/schema/labels'
import { assignments, conflictDeclarations } from '@/db/schema/reviews'
import { files } from '@/db/schema/system'
import { withoutConflictOf } from '@/domain/reviews/lock-application'
import type { Person } from '@/lib/access/actor'
import { mayRead } from '@/lib/access/policy'
import { query } from '@/lib/query'

/**
 * A file's record, for whoever may read what it belongs to: the applicant, those who manage applications and declared
 * no conflict with it, a reviewer who is assigned and declared no conflict (R6.2); evidence, those who manage labels; what
 * is filed with a case, those who manage cases; what belongs to a build-out, its registrant and the programme.
 * Undefined for everyone else.
 */
export const fileToDownload = query('files.read', async ({ db, actor, input }) => {
  const { fileId } = input as { fileId: string }
  const [file] = await db.select().from(files).where(eq(files.id, fileId))
  if (!file) return undefined
  const allowed =
    (await isOwnAttachment(db, actor, fileId)) ||
    (await isManaged(db, actor, fileId)) ||
    (await isInAssignedPlan(db, actor, fileId)) ||
    (mayRead(actor, 'labels.manage') === 'yes' && (await isEvidence(db, actor, file))) ||
    (mayRead(actor, 'cases.manage') === 'yes' && (await isInCase(db, fileId))) ||
    (await isOfBuildOut(db, actor, fileId))
  return allowed ? file : undefined
})

async function isOwnAttachment(db: Reader, actor: Person, fileId: string): Promise<boolean> {
  const rows = await db
    .select({ id: attachments.id })
    .from(attachments)
    .innerJoin(applications, eq(applications.id, attachments.applicationId))
    .where(
      and(
        eq(attachments.fileId, fileId),
        inArray(
          applications.organisationId,
          actor.memberships.map(({ organisationId }) => organisationId),
        ),
      ),
    )
  return rows.length > 0
}

/** Submitted files only: a draft is nobody's business but the applicant's. */
async function isManaged(db: Reader, actor: Person, fileId: string): Promise<boolean> {
  if (mayRead(actor, 'applications.manage') !== 'yes') return false
  const rows = await db
    .select({ id: planVersions.id })
    .from(planVersions)
    .innerJoin(applications, eq(applications.id, planVersions.applicationId))
    .where(and(holdsFile(fileId), withoutConflictOf(db, actor)))
    .limit(1)
  return rows.length > 0
}

async function isInAssignedPlan(db: Reader, actor: Person, fileId: string): Promise<boolean> {
  if (mayRead(actor, 'reviews.own') !== 'yes') return false
  const rows = await db
    .select({ id: planVersions.id })
    .from(planVersions)
    .innerJoin(assignments, eq(assignments.applicationId, planVersions.applicationId))
    .innerJoin(
      conflictDeclarations,
      and(
        eq(conflictDeclarations.applicationId, assignments.applicationId),
        eq(conflictDeclarations.reviewerId, assignments.reviewerId),
        eq(conflictDeclarations.state, 'none'),
      ),
    )
    .where(and(eq(assignments.reviewerId, actor.userId), isNull(assignments.removedAt), holdsFile(fileId)))
    .limit(1)
  return rows.length > 0
}

async function isEvidence(db: Reader, actor: Person, file: typeof files.$inferSelect): Promise<boolean> {
  if (file.uploadedBy === actor.userId) return true
  const rows = await db.select().from(releaseEvidence).where(eq(releaseEvidence.fileId, file.id)).limit(1)
  return rows.length > 0
}

async function isInCase(db: Reader, fileId: string): Promise<boolean> {
  const rows = await db
    .select({ id: caseEntries.id })
    .from(caseEntries)
    .where(eq(caseEntries.fileId, fileId))
    .limit(1)
  return rows.length > 0
}

/** Evidence of a commitment, or the document of a transfer (R12). */
async function isOfBuildOut(db: Reader, actor: Person, fileId: string): Promise<boolean> {
  const pieces = await db
    .select({ organisationId: awards.organisationId })
    .from(evidence)
    .innerJoin(commitments, eq(commitments.id, evidence.commitmentId))
    .innerJoin(awards, eq(awards.id, commitments.awardId))
    .where(eq(evidence.fileId, fileId))
  const passed = await db
    .select({ organisationId: transfers.fromOrganisationId })
    .from(transfers)
    .where(eq(transfers.fileId, fileId))
  const holders = [...pieces, ...passed].map(({ organisationId }) => organisationId)
  if (holders.length === 0) return false
  if (mayRead(actor, 'build-out.manage') === 'yes') return true
  return actor.memberships.some(({ organisationId }) => holders.includes(organisationId))
}

function holdsFile(fileId: string) {
  return sql`${planVersions.attachments} @> ${JSON.stringify([{ fileId }])}::jsonb`
}
