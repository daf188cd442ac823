import { desc, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { planVersions } from '@/db/schema/applications'
import { currentRules } from '@/domain/rules/current'
import { newId } from '@/lib/ids'
import type { FrozenContent } from './check-section'
import { contentHashOf } from './freeze-plan'
import type { Submittable, Writing } from './read-submittable'

/** Adds the next frozen version of a plan (R5.3). */
export async function addPlanVersion(
  tx: Tx,
  application: Writing & { registrarIanaId: number },
  ready: Extract<Submittable, { ok: true }>,
  submitted: { representations: FrozenContent; submittedBy: string; receivedAt: Date; at: Date },
) {
  const [last] = await tx
    .select({ number: planVersions.number })
    .from(planVersions)
    .where(eq(planVersions.applicationId, application.id))
    .orderBy(desc(planVersions.number))
    .limit(1)
  const submission = {
    content: { ...ready.content, representations: submitted.representations },
    attachments: ready.attachments,
    organisation: ready.organisation,
    registrarIanaId: application.registrarIanaId,
    rulesVersion: currentRules.version,
    rulesHash: currentRules.hash,
  }
  const version = {
    id: newId('pln', submitted.at),
    number: (last?.number ?? 0) + 1,
    contentHash: contentHashOf(submission),
  }
  await tx.insert(planVersions).values({
    ...version,
    applicationId: application.id,
    ...submission,
    submittedBy: submitted.submittedBy,
    receivedAt: submitted.receivedAt,
    submittedAt: submitted.at,
  })
  return version
}
