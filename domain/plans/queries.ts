import { eq, inArray } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { applications, planVersions } from '@/db/schema/applications'
import { lots, rounds } from '@/db/schema/rounds'
import { files } from '@/db/schema/system'
import { addToReading } from '@/domain/clarifications/add-to-reading'
import { readClarifications } from '@/domain/clarifications/read-clarifications'
import type { Scan } from '@/domain/files/scan-file'
import { frozenContentOf } from './freeze-plan'
import { type PlanReading, readPlan } from './read-plan'
import { planSections } from './sections'

export type PlanAttachment = {
  fileId: string
  title: string
  fileName: string
  size: number
  mediaType: string
  scan: Scan
}

export type PlanForReview = {
  planVersionId: string
  applicationId: string
  label: string
  number: number
  contentHash: string
  reading: PlanReading
  attachments: PlanAttachment[]
}

/**
 * A frozen plan as reviewers read it: without the applicant, the registrar and the deposit (R6.4). Who may read it is
 * the caller's question: call it only behind a query that has narrowed to the actor's assignments (R6.2).
 */
export async function planForReview(db: Reader, planVersionId: string): Promise<PlanForReview | undefined> {
  const [row] = await db
    .select({ version: planVersions, label: lots.label })
    .from(planVersions)
    .innerJoin(applications, eq(applications.id, planVersions.applicationId))
    .innerJoin(lots, eq(lots.id, applications.lotId))
    .where(eq(planVersions.id, planVersionId))
  const reading = row && (await readingOfVersion(db, planVersionId))
  if (!row || !reading) return undefined
  const { version, label } = row
  return {
    planVersionId,
    applicationId: version.applicationId,
    label,
    number: version.number,
    contentHash: version.contentHash,
    reading,
    attachments: await describeAttachments(db, version.attachments),
  }
}

/**
 * The plan of a version as reviewers read it, with what was asked about it since; undefined for an unknown version. Who
 * may read it is the caller's question here too.
 */
export async function readingOfVersion(db: Reader, planVersionId: string): Promise<PlanReading | undefined> {
  const [row] = await db
    .select({ version: planVersions, zone: rounds.zone })
    .from(planVersions)
    .innerJoin(applications, eq(applications.id, planVersions.applicationId))
    .innerJoin(rounds, eq(rounds.id, applications.roundId))
    .where(eq(planVersions.id, planVersionId))
  if (!row) return undefined
  const asked = await readClarifications(db, row.version.applicationId)
  return addToReading(
    readPlan(frozenContentOf(row.version), planSections),
    asked.filter((one) => one.planVersionId === planVersionId),
    row.zone,
  )
}

/** The attachments a version froze, with what the files' records add. */
export async function describeAttachments(
  db: Reader,
  attached: readonly { fileId: string; title: string }[],
): Promise<PlanAttachment[]> {
  const ids = attached.map(({ fileId }) => fileId)
  const records = await db.select().from(files).where(inArray(files.id, ids))
  return attached.flatMap(({ fileId, title }) => {
    const record = records.find(({ id }) => id === fileId)
    if (!record) return []
    const { fileName, size, mediaType, scan } = record
    return [{ fileId, title, fileName, size, mediaType, scan }]
  })
}
