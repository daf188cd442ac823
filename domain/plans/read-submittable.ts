import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { attachments, planDrafts } from '@/db/schema/applications'
import { organisations } from '@/db/schema/people'
import { files } from '@/db/schema/system'
import { hashOf } from '@/lib/hash'
import type { Circumstances } from './check-section'
import { type Drafts, type FrozenPlan, freezePlan } from './freeze-plan'
import type { DraftContent } from './rules'
import type { SectionId } from './sections'

/** Everything an application would freeze if it were submitted now, or the sections that keep it from that. */
export type Submittable =
  | {
      ok: true
      content: FrozenPlan
      attachments: { fileId: string; title: string; sha256: string }[]
      organisation: Record<string, unknown>
      /** What the applicant checked: a submission names it, so that nothing unseen is submitted. */
      checkedHash: string
    }
  | { ok: false; missing: SectionId[] }

export type Writing = { id: string; organisationId: string; registrarIanaId: number | null }

/** Reads the drafts, attachments and profile of an application into the form in which they would be frozen. */
export async function readSubmittable(
  db: Reader,
  application: Writing,
  circumstances: Circumstances,
): Promise<Submittable> {
  const frozen = freezePlan(await readDrafts(db, application.id), circumstances)
  if (!frozen.ok) return frozen
  const attached = await db
    .select({ fileId: attachments.fileId, title: attachments.title, sha256: files.sha256 })
    .from(attachments)
    .innerJoin(files, eq(files.id, attachments.fileId))
    .where(and(eq(attachments.applicationId, application.id), isNull(attachments.removedAt)))
    .orderBy(asc(attachments.addedAt), asc(attachments.id))
  const organisation = await readProfile(db, application.organisationId)
  const parts = { content: frozen.content, attachments: attached, organisation }
  const checkedHash = hashOf({ ...parts, registrarIanaId: application.registrarIanaId })
  return { ok: true, ...parts, checkedHash }
}

/** The sections of an application as they are written. */
export async function readDrafts(db: Reader, applicationId: string): Promise<Drafts> {
  const rows = await db.select().from(planDrafts).where(eq(planDrafts.applicationId, applicationId))
  return Object.fromEntries(
    rows.map(({ section, content, completed }) => [section, { content: content as DraftContent, completed }]),
  )
}

/** The parts of an organisation's profile that an application freezes. */
async function readProfile(db: Reader, organisationId: string): Promise<Record<string, unknown>> {
  const [row] = await db.select().from(organisations).where(eq(organisations.id, organisationId))
  if (!row) throw new Error(`There is no organisation ${organisationId}.`)
  const { legalName, country, kind, registrationNumber, address, publicContact, website } = row
  const { beneficialOwners } = row
  return { legalName, country, kind, registrationNumber, address, publicContact, website, beneficialOwners }
}
