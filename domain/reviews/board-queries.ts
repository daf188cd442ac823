import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { roles, users } from '@/db/schema/people'
import { conflictDeclarations } from '@/db/schema/reviews'
import { query } from '@/lib/query'
import { conflictDetector } from './detect-conflict'
import { type LadderPlan, readLadder, readRound } from './read-ladder'

export type BoardReviewer = { userId: string; name: string; email: string }
export type BoardCell = {
  state: 'free' | 'assigned' | 'submitted' | 'declared' | 'member'
  /** Signs of a conflict, detected and not answered. */
  grounds: string[]
}

/** Who can read what: reviewers against plans, with loads, conflicts and the signs of them (R6.2, R6.3). */
export const assignmentBoard = query('reviews.panel', async ({ db, actor, input }) => {
  const found = await readRound(db, (input as { roundId: string }).roundId)
  if (!found) return undefined
  const plans = (await readLadder(db, actor, found.round)).filter(({ state }) => state === 'submitted')
  const reviewers = await readReviewers(db)
  const detect = await conflictDetector(
    db,
    found.round.id,
    plans.map(({ organisationId }) => organisationId),
  )
  const declared = await readDeclared(
    db,
    plans.map(({ applicationId }) => applicationId),
  )
  const cell = (plan: LadderPlan, reviewer: BoardReviewer): BoardCell => {
    const own = plan.readers.find(({ reviewerId }) => reviewerId === reviewer.userId)
    const { grounds, member } = detect(reviewer, plan.organisationId)
    if (declared.has(`${plan.applicationId} ${reviewer.userId}`)) return { state: 'declared', grounds: [] }
    if (own) return { state: own.progress === 'submitted' ? 'submitted' : 'assigned', grounds }
    return { state: member ? 'member' : 'free', grounds }
  }
  return {
    ...found,
    reviewers,
    plans: plans.map((plan) => ({ ...plan, cells: reviewers.map((reviewer) => cell(plan, reviewer)) })),
  }
})

async function readReviewers(db: Reader): Promise<BoardReviewer[]> {
  return db
    .select({ userId: users.id, name: users.name, email: users.email })
    .from(users)
    .innerJoin(roles, eq(roles.userId, users.id))
    .where(and(eq(users.status, 'active'), eq(roles.role, 'reviewer'), isNull(roles.revokedAt)))
    .orderBy(asc(users.name), asc(users.id))
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
