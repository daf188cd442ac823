import { z } from 'zod'
import type { Tx } from '@/db/client'
import { type AssignmentWanted, assignmentRuns } from '@/db/schema/reviews'
import { readBoard } from '@/domain/reviews/board-queries'
import { Id } from '@/domain/reviews/input'
import { assign, type Infeasible } from '@/domain/reviews/mathematics/assignments/assign'
import { explainShortage } from '@/domain/reviews/mathematics/assignments/explain-shortage'
import { isUnderReview } from '@/domain/reviews/rules'
import { roundStateWords } from '@/domain/rounds/lifecycle'
import { lockRound, type Round } from '@/domain/rounds/lock-round'
import type { Person } from '@/lib/access/actor'
import { refuse } from '@/lib/errors'
import { hashOf } from '@/lib/hash'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { readKnowledge } from './read-knowledge'
import { problemOf } from './rules'

/**
 * Computes who should read which plan and keeps it with all it was computed from (R6.3). Nothing is assigned yet.
 * Refuses: thing.not-found, round.wrong-state, assignment.nothing, assignment.infeasible, which says why and what helps.
 */
export const computeAssignment = operation('review.compute-assignment', {
  input: z.strictObject({
    roundId: Id,
    cap: z
      .number({ error: 'Say how many plans a reviewer takes at most.' })
      .int('Use a whole number.')
      .min(1, 'Use at least 1.')
      .max(500, 'Use at most 500.'),
    seed: z.string().trim().min(1, 'Write any word or number.').max(80, 'Keep it to 80 characters.'),
  }),
  async subject(tx, { roundId }, actor) {
    const round = await lockRound(tx, roundId)
    return round && actor.kind === 'person' ? { round, actor } : undefined
  },
  check({ subject: { round } }) {
    if (!isUnderReview(round.state))
      throw refuse('round.wrong-state', { state: roundStateWords[round.state].toLowerCase() })
  },
  async run({ tx, at, input, subject: { round, actor } }) {
    const { wanted, nameOf } = await readProblem(tx, actor, round, input)
    const places = wanted.plans.reduce((sum, { demand }) => sum + demand, 0)
    if (places === wanted.kept.length) throw refuse('assignment.nothing')
    const found = assign(wanted)
    if ('demand' in found)
      throw refuse('assignment.infeasible', { why: explainShortage(named(found, nameOf)) })
    const id = newId('arn', at)
    const { pairs, ...values } = found
    const kept = new Set(wanted.kept.map((pair) => pair.join(' ')))
    const added = pairs.filter((pair) => !kept.has(pair.join(' ')))
    const wantedHash = hashOf(wanted)
    await tx.insert(assignmentRuns).values({
      id,
      roundId: round.id,
      cap: input.cap,
      wanted,
      wantedHash,
      pairs: added,
      ...values,
      computedBy: actor.userId,
      computedAt: at,
    })
    return {
      result: { runId: id, roundId: round.id },
      audit: { object: round.id, facts: { run: id, wantedHash, pairs: added.length } },
    }
  },
})

/** The problem as it stands for this actor, and names for its ids. */
export async function readProblem(
  tx: Tx,
  actor: Person,
  round: Round,
  { cap, seed }: { cap: number; seed: string },
): Promise<{ wanted: AssignmentWanted; nameOf: ReadonlyMap<string, string> }> {
  const board = await readBoard(tx, actor, round)
  const knowledge = await readKnowledge(
    tx,
    board.plans.map(({ applicationId }) => applicationId),
    board.reviewers.map(({ userId }) => userId),
  )
  const needed = round.settings.reviewersPerPlan
  const nameOf = new Map([
    ...board.plans.map(
      ({ applicationId, label, reference }) => [applicationId, `${label}.org (${reference})`] as const,
    ),
    ...board.reviewers.map(({ userId, name }) => [userId, name] as const),
  ])
  return { wanted: problemOf(board, knowledge, { needed, cap, seed }), nameOf }
}

function named(found: Infeasible, nameOf: ReadonlyMap<string, string>): Infeasible {
  const name = (id: string) => nameOf.get(id) ?? id
  return {
    ...found,
    plans: found.plans.map(name),
    reviewers: found.reviewers.map(name),
    raise: found.raise?.map(({ reviewer, by }) => ({ reviewer: name(reviewer), by })) ?? null,
  }
}
