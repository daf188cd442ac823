import { and, asc, desc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { applications } from '@/db/schema/applications'
import { organisations } from '@/db/schema/people'
import { phases, questions, rounds } from '@/db/schema/rounds'
import { query } from '@/lib/query'

export type PublishedQuestion = { id: string; question: string; answer: string; answeredAt: Date }

/** Questions and answers of a round as everyone may read them, newest first: never the asker (R5.5, R17.1). */
export async function publishedQuestions(db: Reader, roundId: string): Promise<PublishedQuestion[]> {
  const rows = await db
    .select({
      id: questions.id,
      question: questions.publishedQuestion,
      answer: questions.answer,
      answeredAt: questions.answeredAt,
    })
    .from(questions)
    .where(and(eq(questions.roundId, roundId), isNotNull(questions.answeredAt)))
    .orderBy(desc(questions.answeredAt))
  return rows.map((row) => ({
    id: row.id,
    question: row.question ?? '',
    answer: row.answer ?? '',
    answeredAt: row.answeredAt!,
  }))
}

/** A round's questions as an applicant sees them: what is published, and its own that wait. */
export const questionsForApplicant = query('applications.own', async ({ db, actor, input }) => {
  const { roundId } = input as { roundId: string }
  const organisationIds = actor.memberships.map(({ organisationId }) => organisationId)
  const [round] = await db
    .select({
      id: rounds.id,
      number: rounds.number,
      name: rounds.name,
      state: rounds.state,
      applicationsOpenAt: rounds.applicationsOpenAt,
      applicationsCloseAt: rounds.applicationsCloseAt,
      questionsCloseAt: rounds.questionsCloseAt,
    })
    .from(rounds)
    .innerJoin(applications, eq(applications.roundId, rounds.id))
    .where(and(eq(rounds.id, roundId), inArray(applications.organisationId, organisationIds)))
    .limit(1)
  if (!round) return undefined
  const waiting = await db
    .select({ id: questions.id, question: questions.question, askedAt: questions.askedAt })
    .from(questions)
    .where(
      and(
        eq(questions.roundId, roundId),
        isNull(questions.answeredAt),
        inArray(questions.organisationId, organisationIds),
      ),
    )
    .orderBy(desc(questions.askedAt))
  return { round, waiting, published: await publishedQuestions(db, roundId) }
})

/** A round's questions for those who answer them, with the asker's organisation. */
export const questionsToAnswer = query('rounds.manage', async ({ db, input }) => {
  const { roundId } = input as { roundId: string }
  const [round] = await db
    .select({ id: rounds.id, name: rounds.name, number: rounds.number, phase: phases.name })
    .from(rounds)
    .innerJoin(phases, eq(phases.id, rounds.phaseId))
    .where(eq(rounds.id, roundId))
  if (!round) return undefined
  const waiting = await db
    .select({
      id: questions.id,
      question: questions.question,
      askedAt: questions.askedAt,
      organisation: organisations.legalName,
    })
    .from(questions)
    .innerJoin(organisations, eq(organisations.id, questions.organisationId))
    .where(and(eq(questions.roundId, roundId), isNull(questions.answeredAt)))
    .orderBy(asc(questions.askedAt))
  return { round, waiting, published: await publishedQuestions(db, roundId) }
})
