import { and, asc, count, desc, eq, inArray, isNotNull, isNull, like, sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import {
  cctlds,
  codeLists,
  type IsoCategory,
  isoCategories,
  type LabelState,
  labelMoves,
  labels,
  releaseEvidence,
  releases,
} from '@/db/schema/labels'
import { lots, rounds } from '@/db/schema/rounds'
import { files } from '@/db/schema/system'
import type { Person } from '@/lib/access/actor'
import { query } from '@/lib/query'
import { countryCodeFacts, holdsToday } from './country-code-facts'
import { measuresOf } from './measures-of'
import { type LabelClass, parseLabel } from './rules'

export const NAMES_PER_PAGE = 72

export type OfficerFilter = {
  state?: LabelState
  class?: LabelClass
  category?: IsoCategory
  flagged?: boolean
  /** The first character, or a whole label. */
  begins?: string
  page: number
}

const rowFields = {
  label: labels.label,
  class: labels.class,
  state: labels.state,
  flaggedAt: labels.flaggedAt,
  category: isoCategories.category,
  codeName: isoCategories.name,
  cctld: sql<boolean>`${cctlds.code} is not null`,
  basis: releases.basis,
  roundId: rounds.id,
  round: rounds.number,
  roundState: rounds.state,
  suspendedFrom: rounds.suspendedFrom,
  lotState: lots.state,
}

/** The order of R1.1: singles first, letters before digits. */
const programmeOrder = [
  sql`length(${labels.label})`,
  sql`translate(${labels.label}, 'abcdefghijklmnopqrstuvwxyz0123456789', '0123456789abcdefghijklmnopqrstuvwxyz')`,
]

/** Every label with what the lists say of it today, its standing release and its live round. */
function everyLabel(db: Reader) {
  return db
    .select(rowFields)
    .from(labels)
    .leftJoin(isoCategories, and(eq(isoCategories.code, labels.label), holdsToday(isoCategories)))
    .leftJoin(cctlds, and(eq(cctlds.code, labels.label), holdsToday(cctlds)))
    .leftJoin(releases, and(eq(releases.label, labels.label), isNull(releases.endedAt)))
    .leftJoin(lots, and(eq(lots.label, labels.label), eq(lots.live, true)))
    .leftJoin(rounds, eq(rounds.id, lots.roundId))
}

/** The names that a filter leaves, a page at a time, and how many there are in each state. */
export const labelsForOfficers = query('labels.manage', async ({ db, input }: Context<OfficerFilter>) => {
  const { state, category, flagged, begins } = input
  const parsed = begins ? parseLabel(begins) : undefined
  const where = and(
    state && eq(labels.state, state),
    input.class && eq(labels.class, input.class),
    category && eq(isoCategories.category, category),
    flagged ? isNotNull(labels.flaggedAt) : undefined,
    begins !== undefined && begins !== ''
      ? like(labels.label, parsed?.ok ? `${parsed.label}%` : '')
      : undefined,
  )
  const found = await everyLabel(db)
    .where(where)
    .orderBy(...programmeOrder)
  const states = await db.select({ state: labels.state, count: count() }).from(labels).groupBy(labels.state)
  const pages = Math.max(1, Math.ceil(found.length / NAMES_PER_PAGE))
  const page = Math.min(Math.max(1, input.page), pages)
  return {
    rows: found.slice((page - 1) * NAMES_PER_PAGE, page * NAMES_PER_PAGE),
    total: found.length,
    page,
    pages,
    states: new Map(states.map((row) => [row.state, row.count])),
  }
})

/** One name with its provenance, releases, evidence and the lists behind its category. Undefined: no such name. */
export const labelForOfficers = query('labels.manage', async ({ db, input }: Context<{ label: string }>) => {
  const [row] = await everyLabel(db).where(eq(labels.label, input.label))
  const [own] = await db.select().from(labels).where(eq(labels.label, input.label))
  if (!row || !own) return undefined
  const released = await db
    .select()
    .from(releases)
    .where(eq(releases.label, input.label))
    .orderBy(desc(releases.releasedAt))
  const releaseIds = released.map((release) => release.id)
  const evidence = await db
    .select({ evidence: releaseEvidence, fileName: files.fileName, scan: files.scan })
    .from(releaseEvidence)
    .leftJoin(files, eq(files.id, releaseEvidence.fileId))
    .where(inArray(releaseEvidence.releaseId, releaseIds))
    .orderBy(asc(releaseEvidence.position))
  const measures = await measuresOf(db, releaseIds)
  const moves = await db
    .select()
    .from(labelMoves)
    .where(eq(labelMoves.label, input.label))
    .orderBy(desc(labelMoves.at), desc(labelMoves.id))
  return {
    ...row,
    stateSince: own.stateSince,
    withheldReason: own.withheldReason,
    flagReason: own.flagReason,
    moves,
    releases: released.map((release) => ({
      ...release,
      measures: measures.get(release.id),
      evidence: evidence
        .filter((filed) => filed.evidence.releaseId === release.id)
        .map((filed) => ({ ...filed.evidence, fileName: filed.fileName, scan: filed.scan })),
    })),
    lists: await listsBehind(db, input.label),
  }
})

/** The names of a selection with what their release would have to rest on; unknown ones are left out. */
export const labelsToDecide = query('labels.manage', async ({ db, input }: Context<{ labels: string[] }>) => {
  const names = input.labels.flatMap((text) => {
    const parsed = parseLabel(text)
    return parsed.ok ? [parsed.label] : []
  })
  const facts = await countryCodeFacts(db, names)
  const rows = await db
    .select({ label: labels.label, class: labels.class, state: labels.state })
    .from(labels)
    .where(inArray(labels.label, names))
    .orderBy(asc(labels.label))
  return rows.map((row) => ({ ...row, facts: facts.get(row.label)! }))
})

/** Documents this officer has uploaded, out of those named, to be filed with a release. */
export const uploadedEvidence = query(
  'labels.manage',
  async ({ db, actor, input }: Context<{ files: string[] }> & { actor: Person }) =>
    db
      .select({ id: files.id, fileName: files.fileName, size: files.size })
      .from(files)
      .where(and(inArray(files.id, input.files), eq(files.uploadedBy, actor.userId)))
      .orderBy(asc(files.id)),
)

/** The lists of country codes, how many labels each category holds today, and the names that are flagged. */
export const countryCodesForOfficers = query('labels.manage', async ({ db }: Context<undefined>) => ({
  lists: await db.select().from(codeLists).orderBy(asc(codeLists.name)),
  categories: await db
    .select({ category: isoCategories.category, count: count() })
    .from(isoCategories)
    .where(holdsToday(isoCategories))
    .groupBy(isoCategories.category),
  cctlds: (await db.select({ count: count() }).from(cctlds).where(holdsToday(cctlds)))[0]?.count ?? 0,
  flagged: await everyLabel(db)
    .where(isNotNull(labels.flaggedAt))
    .orderBy(...programmeOrder),
}))

type Context<I> = { db: Reader; input: I }

/** Which lists the category and the ccTLD flag of a label were taken from, and since when they hold. */
async function listsBehind(db: Reader, label: string) {
  const category = await db
    .select({ what: isoCategories.category, validFrom: isoCategories.validFrom, list: codeLists.name })
    .from(isoCategories)
    .innerJoin(codeLists, eq(codeLists.id, isoCategories.listId))
    .where(and(eq(isoCategories.code, label), holdsToday(isoCategories)))
  const cctld = await db
    .select({ validFrom: cctlds.validFrom, list: codeLists.name })
    .from(cctlds)
    .innerJoin(codeLists, eq(codeLists.id, cctlds.listId))
    .where(and(eq(cctlds.code, label), holdsToday(cctlds)))
  return { category: category[0], cctld: cctld[0] }
}
