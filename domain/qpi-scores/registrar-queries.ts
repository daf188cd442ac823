import { asc, desc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { planVersions, registrars } from '@/db/schema/applications'
import { users } from '@/db/schema/people'
import { qpiAppealAnswers, qpiAppeals, qpiFiles, qpiNotes, qpiRuns, qpiStepEnds } from '@/db/schema/qpi'
import { publishedPromotions, standingInPromotion } from '@/domain/promotions/queries'
import { query } from '@/lib/query'
import { listedNames } from './read-listed'
import { distributionOf, type History, historyOf } from './read-runs'

/** Everything PIR has on the quality of a registrar (R15.4). Undefined: it was never scored. */
export const qualityForOfficers = query('qpi.manage', async ({ db, input }) => {
  const { ianaId } = input as { ianaId: number }
  const seen = await qualityOf(db, ianaId)
  if (!seen) return undefined
  const notes = await db
    .select({
      id: qpiNotes.id,
      text: qpiNotes.text,
      at: qpiNotes.writtenAt,
      by: users.name,
      kind: qpiNotes.kind,
    })
    .from(qpiNotes)
    .innerJoin(users, eq(users.id, qpiNotes.writtenBy))
    .where(eq(qpiNotes.ianaId, ianaId))
    .orderBy(desc(qpiNotes.writtenAt))
  return { ...seen, notes: notes.filter(({ kind }) => kind === 'note') }
})

/** A registrar’s own quality: its score, where it stands in the market without names, and what would help (R15.4). */
export const ownQuality = query('qpi.own', async ({ db, actor }) => {
  const ianaId = actor.registrarIanaId
  if (ianaId === null) return undefined
  const [registrar] = await db
    .select({ ianaId: registrars.ianaId, name: registrars.name })
    .from(registrars)
    .where(eq(registrars.ianaId, ianaId))
  return registrar && { registrar, quality: (await qualityOf(db, ianaId)) ?? null }
})

/** The score of the registrar that sponsors a plan, without its name (R15.4); null where there is none. */
export async function qualityBesidePlan(db: Reader, planVersionId: string) {
  const [plan] = await db
    .select({ ianaId: planVersions.registrarIanaId })
    .from(planVersions)
    .where(eq(planVersions.id, planVersionId))
  const [last] = plan ? await historyOf(db, plan.ianaId, 1) : []
  if (!last) return null
  const { run, score } = last
  return {
    ...{ period: run.period, placeholder: run.placeholder, status: score.status },
    ...{ score: score.score, low: score.low, high: score.high },
  }
}

async function qualityOf(db: Reader, ianaId: number) {
  const history = await historyOf(db, ianaId)
  const [last] = history
  if (!last) return undefined
  return {
    ianaId,
    name: last.score.name,
    history,
    last,
    sources: await sourcesOf(db, last),
    distribution: await distributionOf(db, last.run.id),
    listed: await listedNames(db, last.run, ianaId),
    standings: await standingsOf(db, ianaId),
    steps: await stepsOf(db, ianaId),
    appeals: await appealsOf(db, ianaId),
  }
}

/** The files that the figures of a score stand in, by id. */
async function sourcesOf(db: Reader, { run }: History[number]) {
  const rows = await db
    .select({
      id: qpiFiles.id,
      fileName: qpiFiles.fileName,
      source: qpiFiles.source,
      sha256: qpiFiles.sha256,
    })
    .from(qpiFiles)
    .where(
      inArray(
        qpiFiles.id,
        run.inputs.map(({ fileId }) => fileId),
      ),
    )
  return new Map(rows.map((row) => [row.id, row]))
}

/** Where it stands in each of the newest promotions. */
async function standingsOf(db: Reader, ianaId: number) {
  const standings = []
  for (const { id } of (await publishedPromotions(db)).slice(0, 3)) {
    const standing = await standingInPromotion(db, { promotionId: id, ianaId })
    if (standing) standings.push(standing)
  }
  return standings
}

async function stepsOf(db: Reader, ianaId: number) {
  const rows = await db
    .select({ note: qpiNotes, outcome: qpiStepEnds.outcome, endedAt: qpiStepEnds.endedAt })
    .from(qpiNotes)
    .leftJoin(qpiStepEnds, eq(qpiStepEnds.noteId, qpiNotes.id))
    .where(eq(qpiNotes.ianaId, ianaId))
    .orderBy(asc(qpiNotes.dueOn))
  return rows.flatMap(({ note: { id, text, kind, dueOn }, outcome, endedAt }) =>
    kind === 'step' && dueOn !== null ? [{ id, text, dueOn, outcome, endedAt }] : [],
  )
}

async function appealsOf(db: Reader, ianaId: number) {
  return db
    .select({
      id: qpiAppeals.id,
      runId: qpiAppeals.runId,
      period: qpiRuns.period,
      text: qpiAppeals.text,
      madeAt: qpiAppeals.madeAt,
      outcome: qpiAppealAnswers.outcome,
      answer: qpiAppealAnswers.answer,
      answeredAt: qpiAppealAnswers.answeredAt,
    })
    .from(qpiAppeals)
    .innerJoin(qpiRuns, eq(qpiRuns.id, qpiAppeals.runId))
    .leftJoin(qpiAppealAnswers, eq(qpiAppealAnswers.appealId, qpiAppeals.id))
    .where(eq(qpiAppeals.ianaId, ianaId))
    .orderBy(desc(qpiAppeals.madeAt))
}
