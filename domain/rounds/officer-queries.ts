import {
  and,
  asc,
  count,
  desc,
  eq,
  inArray,
  isNotNull,
  isNull,
  notExists,
  notInArray,
  sql,
} from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { labels } from '@/db/schema/labels'
import { announcements, lots, phases, questions, roundMoves, rounds } from '@/db/schema/rounds'
import { query } from '@/lib/query'
import { configurationHash, configurationOf } from './configuration'
import { findDryRun } from './find-dry-run'
import { readCandidate } from './read-candidate'
import { checkReadiness } from './readiness'

type Context<I> = { db: Reader; input: I }

/** The database's clock for the page: what is due is judged by it, not by the process. */
async function clockOf(db: Reader): Promise<Date> {
  const [row] = await db.execute<{ at: string }>(sql`select clock_timestamp() as at`)
  return new Date(row!.at)
}

function roundsWithLots(db: Reader) {
  return db
    .select({ round: rounds, phase: phases.number, lots: count(lots.id) })
    .from(rounds)
    .innerJoin(phases, eq(phases.id, rounds.phaseId))
    .leftJoin(lots, eq(lots.roundId, rounds.id))
    .groupBy(rounds.id, phases.id)
    .$dynamic()
}

/** Every phase with its rounds, newest phase first. */
export const phasesForOfficers = query('rounds.manage', async ({ db }: Context<undefined>) => {
  const found = await roundsWithLots(db).where(eq(rounds.practice, false)).orderBy(asc(rounds.number))
  const all = await db.select().from(phases).orderBy(desc(phases.number))
  return all.map((phase) => ({ ...phase, rounds: found.filter(({ round }) => round.phaseId === phase.id) }))
})

/** A round with its phase, lots, notices and history. Undefined: no such round. */
export const roundForOfficers = query(
  'rounds.manage',
  async ({ db, input }: Context<{ roundId: string }>) => {
    const [found] = await db
      .select({ round: rounds, phase: phases })
      .from(rounds)
      .innerJoin(phases, eq(phases.id, rounds.phaseId))
      .where(and(eq(rounds.id, input.roundId), eq(rounds.practice, false)))
    if (!found) return undefined
    const { round, phase } = found
    return {
      round,
      phase,
      now: await clockOf(db),
      lots: await lotsOf(db, round.id),
      moves: await db
        .select()
        .from(roundMoves)
        .where(eq(roundMoves.roundId, round.id))
        .orderBy(asc(roundMoves.at)),
      announcements: await db
        .select()
        .from(announcements)
        .where(eq(announcements.roundId, round.id))
        .orderBy(desc(announcements.at)),
    }
  },
)

function lotsOf(db: Reader, roundId: string) {
  return db
    .select({ lot: lots, labelState: labels.state, flaggedAt: labels.flaggedAt })
    .from(lots)
    .innerJoin(labels, eq(labels.label, lots.label))
    .where(eq(lots.roundId, roundId))
    .orderBy(asc(lots.label))
}

/** What approval would look at now, the hash it would bind to, and the dry run for exactly that (R3.4). */
export const readinessOfRound = query(
  'rounds.manage',
  async ({ db, input }: Context<{ roundId: string }>) => {
    const [round] = await db
      .select()
      .from(rounds)
      .where(and(eq(rounds.id, input.roundId), eq(rounds.practice, false)))
    if (!round) return undefined
    const requirements = checkReadiness(await readCandidate(db, round), await clockOf(db))
    const hash = round.configHash ?? configurationHash(await configurationOf(db, round))
    return { requirements, hash, dryRun: await findDryRun(db, round.id, hash) }
  },
)

/** Released names that no live round has, in alphabetical order. */
export const labelsForLots = query('rounds.manage', async ({ db }: Context<undefined>) => {
  const live = db
    .select({ one: sql`1` })
    .from(lots)
    .where(and(eq(lots.label, labels.label), eq(lots.live, true)))
  return db
    .select({ label: labels.label, class: labels.class })
    .from(labels)
    .where(and(eq(labels.state, 'released'), isNull(labels.flaggedAt), notExists(live)))
    .orderBy(asc(labels.label))
})

/** What an officer begins the day with: rounds that are not over, questions without an answer, flagged names. */
export const startForOfficers = query('rounds.manage', async ({ db }: Context<undefined>) => {
  const running = await roundsWithLots(db)
    .where(and(eq(rounds.practice, false), notInArray(rounds.state, ['final', 'cancelled'])))
    .orderBy(asc(phases.number), asc(rounds.number))
  const ids = running.map(({ round }) => round.id)
  const unanswered = await db
    .select({ roundId: questions.roundId, count: count() })
    .from(questions)
    .where(and(inArray(questions.roundId, ids), isNull(questions.answeredAt)))
    .groupBy(questions.roundId)
  const flagged = await db
    .select({ label: labels.label, reason: labels.flagReason })
    .from(labels)
    .where(isNotNull(labels.flaggedAt))
    .orderBy(asc(labels.label))
  return {
    now: await clockOf(db),
    running,
    flagged,
    unanswered: new Map(unanswered.map((row) => [row.roundId, row.count])),
  }
})
