import { and, desc, eq, gt, ne, notExists, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Reader } from '@/db/client'
import { users } from '@/db/schema/people'
import { conflictDeclarations } from '@/db/schema/reviews'
import { approvals, type Change } from '@/db/schema/system'
import type { Person } from '@/lib/access/actor'
import { may, type OperationName, policy } from '@/lib/access/policy'
import { query } from '@/lib/query'

const requester = alias(users, 'requester')
const decider = alias(users, 'decider')

const columns = {
  request: approvals,
  requester: requester.name,
  decider: decider.name,
  overdue: sql<boolean>`${approvals.state} = 'pending' and ${approvals.expiresAt} <= clock_timestamp()`,
}

/** Without those about an application that the person declared a conflict with (R6.2). */
function rows(db: Reader, person: Person, wanted: SQL | undefined) {
  const conflicts = db
    .select({ state: conflictDeclarations.state })
    .from(conflictDeclarations)
    .where(
      and(
        eq(conflictDeclarations.reviewerId, person.userId),
        eq(conflictDeclarations.state, 'declared'),
        sql`${approvals.input} -> 'applicationIds' @> to_jsonb(${conflictDeclarations.applicationId})`,
      ),
    )
  return db
    .select(columns)
    .from(approvals)
    .innerJoin(requester, eq(requester.id, approvals.requestedBy))
    .leftJoin(decider, eq(decider.id, approvals.decidedBy))
    .where(and(wanted, notExists(conflicts)))
    .$dynamic()
}

type Row = Awaited<ReturnType<typeof rows>>[number]

/** What the person is to a request: it can decide it, it made it, or it only looks on. */
export type Part = 'second' | 'own' | 'reader'

function partOf(person: Person, { request }: Row): Part | undefined {
  if (request.requestedBy === person.userId) return 'own'
  if (!Object.hasOwn(policy, request.operation)) return undefined
  if (may(person, request.operation as OperationName, 'second') === 'yes') return 'second'
  return person.roles.includes('auditor') ? 'reader' : undefined
}

function isConfidential({ confidential }: Change): boolean {
  return confidential === true
}

/** `hidden`: the person could decide it, and has not taken up what only its two people may know. */
function shown(person: Person, found: Row[]) {
  return found.flatMap((row) => {
    const part = partOf(person, row)
    if (!part) return []
    const { input: _input, ...request } = row.request
    const state = row.overdue ? ('expired' as const) : request.state
    const takenUp = request.decidedBy === person.userId
    const tells = state === 'pending' && (part === 'own' || takenUp)
    const changes = request.changes.map((each) =>
      each.confidential && !tells ? { ...each, before: '', after: 'an amount' } : each,
    )
    const hidden = state === 'pending' && part === 'second' && !takenUp && changes.some(isConfidential)
    return [{ ...request, changes, hidden, state, part, requester: row.requester, decider: row.decider }]
  })
}

export type Request = ReturnType<typeof shown>[number]

/** Requests that wait now, for their second person, their maker and the auditor; those this person can decide first. */
export const waitingRequests = query('approvals.waiting', async ({ db, actor }) => {
  const waiting = and(eq(approvals.state, 'pending'), gt(approvals.expiresAt, sql`clock_timestamp()`))
  const found = await rows(db, actor, waiting).orderBy(approvals.expiresAt)
  const order: Part[] = ['second', 'own', 'reader']
  return shown(actor, found).sort((a, b) => order.indexOf(a.part) - order.indexOf(b.part))
})

/** The newest requests that no longer wait. */
export const settledRequests = query('approvals.waiting', async ({ db, actor }) => {
  const settled = or(ne(approvals.state, 'pending'), sql`${approvals.expiresAt} <= clock_timestamp()`)
  const found = await rows(db, actor, settled).orderBy(desc(approvals.requestedAt)).limit(100)
  return shown(actor, found).slice(0, 40)
})

/** One request, if it exists for this person. */
export const readRequest = query<string, Request>('approvals.waiting', async ({ db, actor, input }) => {
  const found = await rows(db, actor, eq(approvals.id, input))
  return shown(actor, found)[0]
})
