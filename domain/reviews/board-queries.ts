import { and, asc, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { assignments, conflictDeclarations } from '@/db/schema/reviews'
import type { Round } from '@/domain/rounds/lock-round'
import type { Person } from '@/lib/access/actor'
import type { BoardCell } from './board-cell'
import { conflictDetector, type Someone } from './detect-conflict'
import { type LadderPlan, readLadder } from './read-ladder'
import { readReviewers } from './read-reviewers'
import { readSeen } from './read-seen'

export type Board = Awaited<ReturnType<typeof readBoard>>

/**
 * Who can read what: reviewers against plans, with loads, conflicts and the signs of them (R6.2, R6.3). Plans of the
 * actor's own conflicts are not on it; that the actor may see the others, the caller has decided.
 */
export async function readBoard(db: Reader, actor: Person, round: Round) {
  const plans = (await readLadder(db, actor, round)).filter(({ state }) => state === 'submitted')
  const reviewers = await readReviewers(db)
  const detect = await conflictDetector(
    db,
    round.id,
    plans.map(({ organisationId }) => organisationId),
  )
  const declared = await readDeclared(
    db,
    plans.map(({ applicationId }) => applicationId),
  )
  const gaveBack = await readGivenBack(
    db,
    plans.map(({ applicationId }) => applicationId),
  )
  const seen = await readSeen(
    db,
    plans.map(({ applicationId }) => applicationId),
  )
  const cell = (plan: LadderPlan, reviewer: Someone): BoardCell => {
    const own = plan.readers.find(({ reviewerId }) => reviewerId === reviewer.userId)
    const { grounds, member } = detect(reviewer, plan.organisationId)
    if (declared.has(`${plan.applicationId} ${reviewer.userId}`)) return { state: 'declared', grounds: [] }
    if (own) return { state: own.progress === 'submitted' ? 'submitted' : 'assigned', grounds }
    const reason = gaveBack.get(`${plan.applicationId} ${reviewer.userId}`)
    if (!member && seen.has(`${plan.applicationId} ${reviewer.userId}`)) return { state: 'seen', grounds: [] }
    return { state: member ? 'member' : 'free', grounds, ...(reason && { gaveBack: reason }) }
  }
  return {
    reviewers,
    plans: plans.map((plan) => ({ ...plan, cells: reviewers.map((reviewer) => cell(plan, reviewer)) })),
  }
}

async function readDeclared(db: Reader, applicationIds: string[]): Promise<Set<string>> {
  const rows = await db
    .select()
    .from(conflictDeclarations)
    .where(
      and(
        inArray(conflictDeclarations.applicationId, applicationIds),
        eq(conflictDeclarations.state, 'declared'),
      ),
    )
  return new Set(rows.map(({ applicationId, reviewerId }) => `${applicationId} ${reviewerId}`))
}

/** By plan and reviewer: why it was given back, the last time. */
async function readGivenBack(db: Reader, applicationIds: string[]): Promise<Map<string, string>> {
  const rows = await db
    .select()
    .from(assignments)
    .where(and(inArray(assignments.applicationId, applicationIds), isNotNull(assignments.declinedReason)))
    .orderBy(asc(assignments.removedAt))
  return new Map(
    rows.map(({ applicationId, reviewerId, declinedReason }) => [
      `${applicationId} ${reviewerId}`,
      declinedReason!,
    ]),
  )
}
