import { and, asc, count, eq, gt, isNotNull, max } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { announcements as announced, questions as asked, phases, rounds } from '@/db/schema/rounds'
import { address, inPublicRound, withSlug } from './narrow'
import { byId, type PagedList } from './paged-list'

type Question = Awaited<ReturnType<typeof readQuestions>>[number]
type Announcement = Awaited<ReturnType<typeof readAnnouncements>>[number]

/** Questions with their answers as published, never the asker (R5.5). */
export const questions: PagedList<Question> = {
  name: 'questions',
  columns: ['id', 'round', 'question', 'answer', 'answered_at'],
  cells: (row) => [row.id, row.round, row.question, row.answer, row.answeredAt],
  page: async (db, after, limit, { round }) => byId(await readQuestions(db, after, limit, round)),
  async stamp(db) {
    const [row] = await db
      .select({ rows: count(asked.answeredAt), latest: max(asked.answeredAt) })
      .from(asked)
      .innerJoin(rounds, eq(rounds.id, asked.roundId))
      .where(isNotNull(rounds.approvedAt))
    return row!
  },
}

/** What was announced in rounds, oldest first. */
export const announcements: PagedList<Announcement> = {
  name: 'announcements',
  columns: ['id', 'round', 'at', 'text'],
  cells: (row) => [row.id, row.round, row.at, row.text],
  page: async (db, after, limit, { round }) => byId(await readAnnouncements(db, after, limit, round)),
  async stamp(db) {
    const [row] = await db
      .select({ rows: count(), latest: max(announced.at) })
      .from(announced)
      .innerJoin(rounds, eq(rounds.id, announced.roundId))
      .where(inPublicRound())
    return row!
  },
}

async function readQuestions(db: Reader, after: string, limit: number, round?: string) {
  const rows = await db
    .select({
      id: asked.id,
      question: asked.publishedQuestion,
      answer: asked.answer,
      answeredAt: asked.answeredAt,
      ...address,
    })
    .from(asked)
    .innerJoin(rounds, eq(rounds.id, asked.roundId))
    .innerJoin(phases, eq(phases.id, rounds.phaseId))
    .where(and(gt(asked.id, after), isNotNull(asked.answeredAt), inPublicRound(round)))
    .orderBy(asc(asked.id))
    .limit(limit)
  return rows.map(({ question, answer, ...row }) => ({
    ...withSlug(row),
    question: question ?? '',
    answer: answer ?? '',
  }))
}

async function readAnnouncements(db: Reader, after: string, limit: number, round?: string) {
  const rows = await db
    .select({ id: announced.id, at: announced.at, text: announced.text, ...address })
    .from(announced)
    .innerJoin(rounds, eq(rounds.id, announced.roundId))
    .innerJoin(phases, eq(phases.id, rounds.phaseId))
    .where(and(gt(announced.id, after), inPublicRound(round)))
    .orderBy(asc(announced.id))
    .limit(limit)
  return rows.map(withSlug)
}
