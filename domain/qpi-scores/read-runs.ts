import { and, asc, count, desc, eq, sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { qpiModels, qpiRuns, qpiScores } from '@/db/schema/qpi'

const columns = {
  id: qpiRuns.id,
  period: qpiRuns.period,
  number: qpiRuns.number,
  modelVersion: qpiRuns.modelVersion,
  bundleHash: qpiRuns.bundleHash,
  remarks: qpiRuns.remarks,
  inputs: qpiRuns.inputs,
  computedAt: qpiRuns.computedAt,
  placeholder: qpiModels.placeholder,
  model: qpiModels.content,
}

/** The last computation of every month, the newest month first. */
export async function latestRuns(db: Reader) {
  return db
    .selectDistinctOn([qpiRuns.period], columns)
    .from(qpiRuns)
    .innerJoin(qpiModels, eq(qpiModels.version, qpiRuns.modelVersion))
    .orderBy(desc(qpiRuns.period), desc(qpiRuns.number))
}

export type Run = Awaited<ReturnType<typeof latestRuns>>[number]

/** How many of the scores of a run lie in each tenth of the scale, the last one closed at 100; nobody is named (R15.4). */
export async function distributionOf(db: Reader, runId: string): Promise<number[]> {
  const tenth = sql<number>`least(floor(${qpiScores.score} / 10), 9)::int`
  const rows = await db
    .select({ tenth, count: count() })
    .from(qpiScores)
    .where(and(eq(qpiScores.runId, runId), eq(qpiScores.status, 'pass')))
    .groupBy(tenth)
    .orderBy(asc(tenth))
  return Array.from({ length: 10 }, (_, n) => rows.find((row) => row.tenth === n)?.count ?? 0)
}

/** How many registrars of a run stand where. */
export async function statusCountsOf(db: Reader, runId: string) {
  const rows = await db
    .select({ status: qpiScores.status, count: count() })
    .from(qpiScores)
    .where(eq(qpiScores.runId, runId))
    .groupBy(qpiScores.status)
  const of = (status: (typeof rows)[number]['status']) =>
    rows.find((row) => row.status === status)?.count ?? 0
  return {
    pass: of('pass'),
    'fail-abuse': of('fail-abuse'),
    'insufficient-data': of('insufficient-data'),
    'not-ranked': of('not-ranked'),
  }
}

/** A registrar’s score of each month, from the last computation of the month, the newest first. */
export async function historyOf(db: Reader, ianaId: number, months = 24) {
  const runs = (await latestRuns(db)).slice(0, months)
  if (runs.length === 0) return []
  const rows = await db
    .select()
    .from(qpiScores)
    .where(and(eq(qpiScores.ianaId, ianaId), sql`${qpiScores.runId} in ${runs.map(({ id }) => id)}`))
  return runs.flatMap((run) => {
    const score = rows.find(({ runId }) => runId === run.id)
    return score ? [{ run, score }] : []
  })
}

export type History = Awaited<ReturnType<typeof historyOf>>
