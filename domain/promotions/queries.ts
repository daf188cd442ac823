import { and, asc, desc, eq } from 'drizzle-orm'
import { database, type Reader } from '@/db/client'
import { qpiPromotions, qpiScores } from '@/db/schema/qpi'
import { allModels } from '@/domain/qpi-models/read-model'
import { query } from '@/lib/query'
import { decidingRun, isAtBaseline, waysTo } from './read-standings'

/** Every promotion with its baseline, the newest first: public from the moment it is published (R15.4). */
export async function publishedPromotions(db: Reader = database()) {
  return db.select().from(qpiPromotions).orderBy(desc(qpiPromotions.opensAt))
}

/** A promotion with every scored registrar, who is pre-qualified and how far the others are (R15.4). */
export const promotionForOfficers = query('qpi.manage', async ({ db, input }) => {
  const { promotionId } = input as { promotionId: string }
  const [promotion] = await db.select().from(qpiPromotions).where(eq(qpiPromotions.id, promotionId))
  if (!promotion) return undefined
  const run = await decidingRun(db, promotion)
  const scores = run
    ? await db
        .select()
        .from(qpiScores)
        .where(and(eq(qpiScores.runId, run.id), eq(qpiScores.status, 'pass')))
        .orderBy(desc(qpiScores.score), asc(qpiScores.ianaId))
    : []
  const baseline = promotion.baselineHundredths
  const registrars = []
  for (const score of scores) {
    const isPreQualified = isAtBaseline(score.score, baseline)
    const ways = isPreQualified ? null : await waysTo(db, promotion.modelVersion, score, baseline)
    const { ianaId, name, low, high } = score
    registrars.push({ ianaId, name, score: score.score!, low, high, isPreQualified, ways })
  }
  const model = (await allModels(db)).find(({ version }) => version === promotion.modelVersion)
  return { promotion, run, registrars, placeholder: model?.placeholder ?? true }
})

/** One registrar in a promotion: whether it is pre-qualified, its gap and the fewest names that close it (R15.4). */
export async function standingInPromotion(db: Reader, of: { promotionId: string; ianaId: number }) {
  const [promotion] = await db.select().from(qpiPromotions).where(eq(qpiPromotions.id, of.promotionId))
  if (!promotion) return undefined
  const run = await decidingRun(db, promotion)
  const [row] = run
    ? await db
        .select()
        .from(qpiScores)
        .where(and(eq(qpiScores.runId, run.id), eq(qpiScores.ianaId, of.ianaId)))
    : []
  return {
    promotion,
    status: row?.status ?? null,
    score: row?.score ?? null,
    isPreQualified: isAtBaseline(row?.score ?? null, promotion.baselineHundredths),
    ways: row ? await waysTo(db, promotion.modelVersion, row, promotion.baselineHundredths) : null,
  }
}
