import { and, eq, inArray, notExists } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { qpiHolders, qpiListings, qpiScores } from '@/db/schema/qpi'
import { joinListings, type Listed } from '@/domain/qpi/join-listings'
import type { Run } from './read-runs'

type Scored = Pick<Run, 'id' | 'inputs' | 'model'>

/** The listed names of a registrar that a computation counted, with the feeds and lines that name them (R15.3). */
export async function listedNames(db: Reader, run: Scored, ianaId: number): Promise<Listed[]> {
  const { feeds, holders } = filesOf(run)
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
    .where(and(inArray(qpiListings.fileId, idsOf(feeds)), inArray(qpiListings.domain, domains)))
  return join(feeds, rows)
}

/** A listed name that a computation counted for nobody; `ianaId` where a registrar is known that its report does not name. */
export type Unattributed = Listed & { ianaId: number | null }

/** The listed names that count against somebody, but that nobody is known for among the scored registrars (R15.3). */
export async function unattributedNames(db: Reader, run: Scored): Promise<Unattributed[]> {
  const { feeds, holders } = filesOf(run)
  if (feeds.length === 0) return []
  const scored = db
    .select({ ianaId: qpiScores.ianaId })
    .from(qpiHolders)
    .innerJoin(qpiScores, and(eq(qpiScores.runId, run.id), eq(qpiScores.ianaId, qpiHolders.ianaId)))
    .where(and(inArray(qpiHolders.fileId, holders), eq(qpiHolders.domain, qpiListings.domain)))
  const rows = await db
    .select()
    .from(qpiListings)
    .where(and(inArray(qpiListings.fileId, idsOf(feeds)), notExists(scored)))
  const listed = join(feeds, rows).filter((each) => each.class !== 'compromised')
  const domains = listed.map(({ domain }) => domain)
  const known = await db
    .select({ domain: qpiHolders.domain, ianaId: qpiHolders.ianaId })
    .from(qpiHolders)
    .where(and(inArray(qpiHolders.fileId, holders), inArray(qpiHolders.domain, domains)))
  const of = new Map(known.map(({ domain, ianaId }) => [domain, ianaId]))
  return listed.map((each) => ({ ...each, ianaId: of.get(each.domain) ?? null }))
}

type Feed = Run['inputs'][number]

function filesOf({ inputs, model }: Scored) {
  return {
    feeds: inputs.filter(({ kind, source }) => kind === 'abuse' && model.feeds.includes(source)),
    holders: idsOf(inputs.filter(({ kind }) => kind === 'holders')),
  }
}

const idsOf = (files: readonly Feed[]) => files.map(({ fileId }) => fileId)

const join = (feeds: readonly Feed[], rows: readonly (typeof qpiListings.$inferSelect)[]) =>
  joinListings(
    feeds.map(({ fileId, source }) => ({
      fileId,
      feed: source,
      rows: rows.filter((row) => row.fileId === fileId),
    })),
  )
