import { and, asc, count, desc, eq, getTableColumns, ilike, sql } from 'drizzle-orm'
import { qpiFiles, qpiModels, qpiRuns, qpiScores, type qpiStatuses } from '@/db/schema/qpi'
import { allModels } from '@/domain/qpi-models/read-model'
import { query } from '@/lib/query'
import { unattributedNames } from './read-listed'
import { distributionOf, latestRuns, statusCountsOf } from './read-runs'
import { scoreMonth } from './score-month'

export const SCORES_PER_PAGE = 50

export type LeagueFilter = {
  period?: string
  status?: (typeof qpiStatuses)[number]
  text: string
  page: number
}

/** The league table of a month, a page at a time, with its distribution (R15.1); `run` is absent before the first. */
export const leagueTable = query('qpi.manage', async ({ db, input }) => {
  const filter = input as LeagueFilter
  const runs = await latestRuns(db)
  const run = runs.find(({ period }) => period === filter.period) ?? runs[0]
  const months = runs.map(({ period }) => period)
  const reports = await db
    .selectDistinct({ period: qpiFiles.period })
    .from(qpiFiles)
    .where(eq(qpiFiles.kind, 'transactions'))
    .orderBy(desc(qpiFiles.period))
  /** Months with a report. */
  const computable = reports.map(({ period }) => period)
  if (!run) return { months, computable, run: null }
  const id = /^\d{1,9}$/.test(filter.text) ? Number(filter.text) : undefined
  // The rank is taken before anything is filtered away: it is the rank among all.
  const rank = sql<number | null>`case when ${qpiScores.score} is not null then
    rank() over (order by ${qpiScores.score} desc nulls last)::int end`
  const all = db
    .select({ ...getTableColumns(qpiScores), rank: rank.as('rank') })
    .from(qpiScores)
    .where(eq(qpiScores.runId, run.id))
    .as('ranked')
  const where = and(
    filter.status && eq(all.status, filter.status),
    id !== undefined
      ? eq(all.ianaId, id)
      : filter.text !== ''
        ? ilike(all.name, `%${filter.text.replace(/[\\%_]/g, '\\$&')}%`)
        : undefined,
  )
  const [found] = await db.select({ count: count() }).from(all).where(where)
  const total = found?.count ?? 0
  const pages = Math.max(1, Math.ceil(total / SCORES_PER_PAGE))
  const page = Math.min(Math.max(1, filter.page), pages)
  const rows = await db
    .select()
    .from(all)
    .where(where)
    .orderBy(sql`${all.score} desc nulls last`, asc(all.status), asc(all.ianaId))
    .limit(SCORES_PER_PAGE)
    .offset((page - 1) * SCORES_PER_PAGE)
  return {
    ...{ months, computable, run, rows, total, page, pages },
    distribution: await distributionOf(db, run.id),
    counts: await statusCountsOf(db, run.id),
    /** Listed names that count for nobody. */
    unattributed: (await unattributedNames(db, run)).length,
  }
})

/** The listed names that a computation counted for nobody, to be asked about at the registry (R15.3). */
export const unattributedOfRun = query('qpi.manage', async ({ db, input }) => {
  const { runId } = input as { runId: string }
  const [found] = await db
    .select({ run: qpiRuns, model: qpiModels.content })
    .from(qpiRuns)
    .innerJoin(qpiModels, eq(qpiModels.version, qpiRuns.modelVersion))
    .where(eq(qpiRuns.id, runId))
  if (!found) return undefined
  const { run, model } = found
  return { run, names: await unattributedNames(db, { ...run, model }) }
})

const MOST_MOVERS = 8
const MONTHS = 24

/** What changes: quantiles of each month, who moved most since the month before, who is near the abuse gate or beyond. */
export const marketTrends = query('qpi.manage', async ({ db }) => {
  const runs = (await latestRuns(db)).slice(0, MONTHS)
  const [run, before] = runs
  if (!run) return { run: null }
  const ids = runs.map(({ id }) => id)
  const at = (share: number) =>
    sql<number>`percentile_cont(${share}::float8) within group (order by ${qpiScores.score})`
  const quantiles = await db
    .select({ runId: qpiScores.runId, min: at(0), p10: at(0.1), p50: at(0.5), p90: at(0.9), max: at(1) })
    .from(qpiScores)
    .where(and(sql`${qpiScores.runId} in ${ids}`, eq(qpiScores.status, 'pass')))
    .groupBy(qpiScores.runId)
  const months = runs.flatMap(({ id, period }) => {
    const found = quantiles.find(({ runId }) => runId === id)
    return found ? [{ period, values: found }] : []
  })
  const scores = await db
    .select()
    .from(qpiScores)
    .where(sql`${qpiScores.runId} in ${[run.id, ...(before ? [before.id] : [])]}`)
  const was = new Map(scores.filter(({ runId }) => runId === before?.id).map((row) => [row.ianaId, row]))
  const moved = scores.flatMap((row) => {
    const old = row.runId === run.id ? was.get(row.ianaId) : undefined
    return old && row.score !== null && old.score !== null
      ? [{ ianaId: row.ianaId, name: row.name, before: old.score, now: row.score }]
      : []
  })
  const by = moved.sort((a, b) => b.now - b.before - (a.now - a.before))
  const gate = run.model.gate.maxPer10k
  const watched = scores.flatMap(({ runId, ianaId, name, domains, status, kpis }) => {
    const raw = kpis.abuse?.raw
    const per10k = raw === null || raw === undefined ? 0 : raw * 10_000
    return runId === run.id && status !== 'not-ranked' && per10k > gate / 2
      ? [{ ianaId, name, domains, status, per10k, listed: kpis.abuse?.numerator ?? 0 }]
      : []
  })
  return {
    ...{ run, months, before: before?.period ?? null, gate },
    up: by.filter((each) => each.now > each.before).slice(0, MOST_MOVERS),
    down: by
      .filter((each) => each.now < each.before)
      .reverse()
      .slice(0, MOST_MOVERS),
    watched: watched.sort((a, b) => b.per10k - a.per10k),
  }
})

/** What a computation is done again from on the command line (`qpi score`), and its scores with their sources. */
export const runExport = query('qpi.manage', async ({ db, input }) => {
  const { runId } = input as { runId: string }
  const [run] = await db.select().from(qpiRuns).where(eq(qpiRuns.id, runId))
  const model = run && (await allModels(db)).find(({ version }) => version === run.modelVersion)
  if (!run || !model) return undefined
  const scores = await db
    .select()
    .from(qpiScores)
    .where(eq(qpiScores.runId, runId))
    .orderBy(asc(qpiScores.ianaId))
  return { run, model, scores }
})

/** How the last computed month would have come out under another model (R15.2). */
export const previewModel = query('qpi.manage', async ({ db, input }) => {
  const { content } = input as { content: Parameters<typeof scoreMonth>[3] }
  const [run] = await latestRuns(db)
  const month = run && (await scoreMonth(db, run.period, 'preview', content))
  if (!run || !month) return { run: null }
  const kept = await db.select().from(qpiScores).where(eq(qpiScores.runId, run.id))
  const was = new Map(kept.map((row) => [row.ianaId, row]))
  const rows = month.scores.map(({ ianaId, name, score, status }) => {
    const old = was.get(ianaId)
    return { ianaId, name, score, status, before: { score: old?.score ?? null, status: old?.status ?? null } }
  })
  const change = ({ score, before }: (typeof rows)[number]) => Math.abs((score ?? 0) - (before.score ?? 0))
  return {
    run,
    remarks: month.remarks,
    turned: rows.filter(({ status, before }) => status !== before.status).length,
    rows: rows
      .filter((row) => row.score !== row.before.score || row.status !== row.before.status)
      .sort((a, b) => change(b) - change(a)),
    scored: {
      before: kept.filter((row) => row.score !== null).length,
      now: rows.filter((row) => row.score !== null).length,
    },
  }
})
