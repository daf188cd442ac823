import { and, desc, eq, lt } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { qpiModels, type qpiPromotions, qpiRuns, type qpiScores } from '@/db/schema/qpi'
import { closeGap, type Standing, type Ways } from '@/domain/qpi/close-gap'

export type PromotionRow = typeof qpiPromotions.$inferSelect

/**
 * The computation that decides a promotion: the last one of its month under its model from before it opened (R15.4).
 * Undefined: none yet.
 */
export async function decidingRun(db: Reader, { period, modelVersion, opensAt }: PromotionRow) {
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
