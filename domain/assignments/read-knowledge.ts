import { inArray } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { planFields, reviewerExpertise } from '@/db/schema/reviews'
import type { Knowledge } from './rules'

/** What plans are about, and what reviewers know of it. */
export async function readKnowledge(
  db: Reader,
  applicationIds: readonly string[],
  reviewerIds: readonly string[],
): Promise<Knowledge> {
  const tags = await db
    .select()
    .from(planFields)
    .where(inArray(planFields.applicationId, [...applicationIds]))
  const known = await db
    .select()
    .from(reviewerExpertise)
    .where(inArray(reviewerExpertise.reviewerId, [...reviewerIds]))
  const levels = new Map(known.map(({ reviewerId, field, level }) => [`${reviewerId} ${field}`, level]))
  return {
    fieldsOf: new Map(
      applicationIds.map((id) => [
        id,
        tags.filter(({ applicationId }) => applicationId === id).map(({ field }) => field),
      ]),
    ),
    levelOf: (reviewerId, field) => levels.get(`${reviewerId} ${field}`) ?? 0,
  }
}
