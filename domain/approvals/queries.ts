import { and, desc, eq, gt, inArray, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Reader } from '@/db/client'
import { applications } from '@/db/schema/applications'
import { bidders } from '@/db/schema/auctions'
import { awards } from '@/db/schema/awards'
import { users } from '@/db/schema/people'
import { approvals, type Change } from '@/db/schema/system'
import type { Person } from '@/lib/access/actor'
import { may, type OperationName, policy } from '@/lib/access/policy'
import { query } from '@/lib/query'
import { existsTo } from './exists-to'

const requester = alias(users, 'requester')
const decider = alias(users, 'decider')

const columns = {
  request: approvals,
  requester: requester.name,
  decider: decider.name,
  overdue: sql<boolean>`${approvals.state} = 'pending' and ${approvals.expiresAt} <= clock_timestamp()`,
}

function rows(db: Reader, person: Person, wanted: SQL | undefined) {
  return db
    .select(columns)
    .from(approvals)
    .innerJoin(requester, eq(requester.id, approvals.requestedBy))
    .leftJoin(decider, eq(decider.id, approvals.decidedBy))
    .where(and(wanted, existsTo(db, person)))
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

const PAGE = 40

/**
 * Requests that no longer wait, newest first, forty at a time. `input` is the id to go on from, `older` the next one.
 */
export const settledRequests = query<string | undefined, { requests: Request[]; older: string | undefined }>(
  'approvals.waiting',
  async ({ db, actor, input }) => {
    const settled = or(ne(approvals.state, 'pending'), sql`${approvals.expiresAt} <= clock_timestamp()`)
    const before = input ? lt(approvals.id, input) : undefined
    const found = await rows(db, actor, and(settled, before, existsFor(actor)))
      .orderBy(desc(approvals.id))
      .limit(PAGE + 1)
    const requests = shown(actor, found.slice(0, PAGE))
    return { requests, older: found.length > PAGE ? found[PAGE - 1]!.request.id : undefined }
  },
)

/** The same as `partOf`, for the database, so that pages are full. */
function existsFor(person: Person): SQL | undefined {
  const names = Object.keys(policy) as OperationName[]
  const decidable = person.roles.includes('auditor')
    ? names
    : names.filter((name) => may(person, name, 'second') === 'yes')
  return or(eq(approvals.requestedBy, person.userId), inArray(approvals.operation, decidable))
}

/** One request with the round it belongs to, if it has one, if it exists for this person. */
export const readRequest = query<string, Request & { roundId: string | undefined }>(
  'approvals.waiting',
  async ({ db, actor, input }) => {
    const found = await rows(db, actor, eq(approvals.id, input))
    const request = shown(actor, found)[0]
    return request && { ...request, roundId: await roundOf(db, request.object) }
  },
)

/** A request is about a round itself, or a bidder, an application or an award in one. */
async function roundOf(db: Reader, object: string): Promise<string | undefined> {
  if (object.startsWith('rnd_')) return object
  const [row] = await db
    .select({ roundId: bidders.roundId })
    .from(bidders)
    .where(eq(bidders.id, object))
    .union(db.select({ roundId: applications.roundId }).from(applications).where(eq(applications.id, object)))
    .union(db.select({ roundId: awards.roundId }).from(awards).where(eq(awards.id, object)))
  return row?.roundId
}
