import { count, eq, isNull, sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { attachments } from '@/db/schema/applications'
import { files } from '@/db/schema/system'
import { MOST_FILES, MOST_KEPT_BYTES, MOST_KEPT_FILES } from '@/domain/files/rules'
import { type Refusal, refuse } from '@/lib/errors'
import { query } from '@/lib/query'
import { actsFor } from './lock-application'
import { readOwn } from './read-own'

/**
 * Whether the person may attach files to this application, and why none fits any more; asked before the bytes of an
 * upload are read. Undefined where there is no such application for them.
 */
export const mayAttach = query('applications.own', async ({ db, actor, input }) => {
  const own = await readOwn(db, actor, (input as { applicationId: string }).applicationId)
  if (!own || !actsFor(actor, ['owner', 'editor']).includes(own.organisation.id)) return undefined
  return { refusal: await refuseFull(db, own.application.id, 1) }
})

/**
 * Why another file of so many bytes does not fit. Ten stand in an application (R5.1); what was removed is kept as
 * evidence and counts towards what is kept in all.
 */
export async function refuseFull(
  db: Reader,
  applicationId: string,
  size: number,
): Promise<Refusal | undefined> {
  const [kept] = await db
    .select({
      files: count(),
      standing: sql<number>`count(*) filter (where ${isNull(attachments.removedAt)})::int`,
      bytes: sql<number>`coalesce(sum(${files.size}), 0)::float8`,
    })
    .from(attachments)
    .innerJoin(files, eq(files.id, attachments.fileId))
    .where(eq(attachments.applicationId, applicationId))
  if (kept!.standing >= MOST_FILES) return refuse('file.too-many')
  if (kept!.files >= MOST_KEPT_FILES || kept!.bytes + size > MOST_KEPT_BYTES) return refuse('file.quota')
  return undefined
}
