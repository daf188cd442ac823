import { and, eq, inArray } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { qpiHolders, qpiListings } from '@/db/schema/qpi'
import { joinListings } from '@/domain/qpi/join-listings'
import type { Run } from './read-runs'

/** The listed names of a registrar that a computation counted, with the feeds and lines that name them (R15.3). */
export async function listedNames(db: Reader, run: Pick<Run, 'inputs' | 'model'>, ianaId: number) {
  const filesOf = (kind: string) => run.inputs.filter((file) => file.kind === kind)
  const feeds = filesOf('abuse').filter(({ source }) => run.model.feeds.includes(source))
  const holders = filesOf('holders').map(({ fileId }) => fileId)
  if (feeds.length === 0 || holders.length === 0) return []
  const own = await db
    .select({ domain: qpiHolders.domain })
    .from(qpiHolders)
    .where(and(inArray(qpiHolders.fileId, holders), eq(qpiHolders.ianaId, ianaId)))
  if (own.length === 0) return []
  const domains = own.map(({ domain }) => domain)
  const rows = await db
    .select()
    .from(qpiListings)
    .where(
      and(
        inArray(
          qpiListings.fileId,
          feeds.map(({ fileId }) => fileId),
        ),
        inArray(qpiListings.domain, domains),
      ),
    )
  return joinListings(
    feeds.map(({ fileId, source }) => ({
      fileId,
      feed: source,
      rows: rows.filter((row) => row.fileId === fileId),
    })),
  )
}
