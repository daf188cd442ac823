import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Reader } from '@/db/client'
import { confusionCases } from '@/db/schema/cases'
import { operation } from '@/lib/operation'

/** So many at once; the next turn takes the others. */
const MOST = 500

const isForgotten = and(
  eq(confusionCases.state, 'unconfirmed'),
  lte(confusionCases.confirmBy, sql`clock_timestamp()`),
)

/** Whether reports lie there whose time to confirm has passed. */
export async function hasReportsToForget(db: Reader): Promise<boolean> {
  const rows = await db.select({ id: confusionCases.id }).from(confusionCases).where(isForgotten).limit(1)
  return rows.length > 0
}

/**
 * Deletes reports whose address nobody confirmed in time: nobody looked at them, and what they say of people is not kept
 * (R13.1). Refuses: thing.not-found when there is none.
 */
export const forgetReports = operation('case.forget', {
  input: z.strictObject({}),
  async subject(tx) {
    const rows = await tx
      .select({ id: confusionCases.id })
      .from(confusionCases)
      .where(isForgotten)
      .orderBy(asc(confusionCases.id))
      .limit(MOST)
      .for('update', { skipLocked: true })
    return rows.length > 0 ? rows.map(({ id }) => id) : undefined
  },
  async run({ tx, subject }) {
    await tx.delete(confusionCases).where(inArray(confusionCases.id, subject))
    return {
      result: { forgotten: subject.length },
      audit: { object: 'case', facts: { forgotten: subject.length } },
    }
  },
})
