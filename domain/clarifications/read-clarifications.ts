import { and, asc, eq, gt, inArray, isNull, min, sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { clarificationAnswers, clarifications } from '@/db/schema/clarifications'
import { dueNow } from './due-now'

/** A question of the panel to an applicant, and the answer once it came. Who asked stands nowhere here. */
export type Clarification = {
  id: string
  planVersionId: string
  question: string
  askedAt: Date
  dueAt: Date
  answer: string | null
  answeredAt: Date | null
}

/** The questions about an application's plan, in the order they were asked. Who may read them is the caller's question. */
export async function readClarifications(db: Reader, applicationId: string): Promise<Clarification[]> {
  return db
    .select({
      id: clarifications.id,
      planVersionId: clarifications.planVersionId,
      question: clarifications.question,
      askedAt: clarifications.askedAt,
      dueAt: dueNow,
      answer: clarificationAnswers.answer,
      answeredAt: clarificationAnswers.answeredAt,
    })
    .from(clarifications)
    .leftJoin(clarificationAnswers, eq(clarificationAnswers.clarificationId, clarifications.id))
    .where(eq(clarifications.applicationId, applicationId))
    .orderBy(asc(clarifications.askedAt), asc(clarifications.id))
}

/** By application: the earliest deadline ahead of those that wait for their answer. */
export async function readDeadlines(
  db: Reader,
  applicationIds: readonly string[],
): Promise<Map<string, Date>> {
  const rows = await db
    .select({ applicationId: clarifications.applicationId, dueAt: min(dueNow).mapWith(clarifications.dueAt) })
    .from(clarifications)
    .leftJoin(clarificationAnswers, eq(clarificationAnswers.clarificationId, clarifications.id))
    .where(
      and(
        inArray(clarifications.applicationId, [...applicationIds]),
        isNull(clarificationAnswers.clarificationId),
        gt(dueNow, sql`clock_timestamp()`),
      ),
    )
    .groupBy(clarifications.applicationId)
  return new Map(rows.flatMap(({ applicationId, dueAt }) => (dueAt ? [[applicationId, dueAt]] : [])))
}
