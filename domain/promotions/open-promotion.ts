import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { qpiModels, qpiPromotionOpenings, qpiPromotions, qpiScores } from '@/db/schema/qpi'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { openLetters } from './open-letters'
import { decidingRun, isAtBaseline } from './read-standings'

/**
 * A promotion’s day has come: the computation that decides it is written down, and everyone learns where they stand (R15.4).
 * Refuses: thing.not-found, promotion.not-yet, promotion.open.
 */
export const openPromotion = operation('promotion.open', {
  input: z.strictObject({ promotionId: z.string().max(60) }),
  async subject(tx, { promotionId }) {
    const [promotion] = await tx.select().from(qpiPromotions).where(eq(qpiPromotions.id, promotionId))
    if (!promotion) return undefined
    const opened = await tx
      .select()
      .from(qpiPromotionOpenings)
      .where(eq(qpiPromotionOpenings.promotionId, promotionId))
    return { promotion, isOpen: opened.length > 0 }
  },
  check({ at, subject: { promotion, isOpen } }) {
    if (isOpen) throw refuse('promotion.open')
    if (promotion.opensAt > at) throw refuse('promotion.not-yet')
  },
  async run({ tx, at, subject: { promotion } }) {
    const { id: promotionId, baselineHundredths, modelVersion } = promotion
    const run = await decidingRun(tx, promotion)
    await tx.insert(qpiPromotionOpenings).values({ promotionId, runId: run?.id ?? null, openedAt: at })
    const [model] = await tx.select().from(qpiModels).where(eq(qpiModels.version, modelVersion))
    const { ianaId, status, score } = qpiScores
    const scores = run
      ? await tx.select({ ianaId, status, score }).from(qpiScores).where(eq(qpiScores.runId, run.id))
      : []
    const preQualified = scores.filter((each) => isAtBaseline(each.score, baselineHundredths)).length
    return {
      result: { preQualified },
      letters: await openLetters(tx, promotion, { scores, placeholder: model?.placeholder ?? true }),
      audit: { object: promotionId, facts: { runId: run?.id ?? null, preQualified } },
    }
  },
})
