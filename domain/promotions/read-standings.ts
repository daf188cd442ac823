import { and, desc, eq, lt } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { qpiModels, qpiPromotionOpenings, type qpiPromotions, qpiRuns, type qpiScores } from '@/db/schema/qpi'
import { closeGap, type Standing, type Ways } from '@/domain/qpi/close-gap'

export type PromotionRow = typeof qpiPromotions.$inferSelect

/**
 * The computation that decides a promotion: once it is open the one it was opened by, until then the last one of its month
 * under its model from before it opens (R15.4). Undefined: none.
 */
export async function decidingRun(db: Reader, { id, period, modelVersion, opensAt }: PromotionRow) {
  const [opened] = await db
    .select({ run: qpiRuns })
    .from(qpiPromotionOpenings)
    .leftJoin(qpiRuns, eq(qpiRuns.id, qpiPromotionOpenings.runId))
    .where(eq(qpiPromotionOpenings.promotionId, id))
  if (opened) return opened.run ?? undefined
  const [run] = await db
    .select()
    .from(qpiRuns)
    .where(
      and(
        eq(qpiRuns.period, period),
        eq(qpiRuns.modelVersion, modelVersion),
        lt(qpiRuns.computedAt, opensAt),
      ),
    )
    .orderBy(desc(qpiRuns.number))
    .limit(1)
  return run
}

/** Where a score stands to a baseline; nothing where there is no score. */
export function isAtBaseline(score: number | null, baselineHundredths: number): boolean {
  return score !== null && Math.round(score * 100) >= baselineHundredths
}

/** What would bring a registrar with a score to the baseline. */
export async function waysTo(
  db: Reader,
  version: string,
  { score, kpis }: Pick<typeof qpiScores.$inferSelect, 'score' | 'kpis'>,
  baselineHundredths: number,
): Promise<Ways | null> {
  const [model] = await db.select().from(qpiModels).where(eq(qpiModels.version, version))
  if (!model || score === null) return null
  const standings: Record<string, Standing> = {}
  for (const [id, { denominator, raw, value }] of Object.entries(kpis))
    if (denominator !== null && raw !== null && value !== null) standings[id] = { denominator, raw, value }
  return closeGap(model.content.kpis, standings, score, baselineHundredths / 100)
}
