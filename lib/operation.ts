import { setTimeout as pause } from 'node:timers/promises'
import { and, eq, sql } from 'drizzle-orm'
import type { z } from 'zod'

import { database, type Tx } from '@/db/client'
import { approvals, type Change, idempotencyKeys } from '@/db/schema/system'
import { type Actor, auditName, type Person } from '@/lib/access/actor'
import { may, type OperationName } from '@/lib/access/policy'
import { type AuditBody, appendAudit } from '@/lib/audit'
import { isBusy, isConnectionLoss, isTransient } from '@/lib/database-failures'
import {
  type ErrorCode,
  type PublicError,
  Refusal,
  refusalFromConstraint,
  refuse,
  toPublicError,
} from '@/lib/errors'
import { hashOf } from '@/lib/hash'
import { newId } from '@/lib/ids'
import { enqueue, type Job } from '@/lib/jobs'
import { announceIn, topics } from '@/lib/live'
import { log } from '@/lib/log'
import { type Letter, post } from '@/lib/mail'
import { readInput } from '@/lib/read-input'
import { sameWords } from '@/lib/same-words'
import { OutcomeUnknown, transact } from '@/lib/transact'

/**
 * The one door for writes. In this order: parse, may this role, begin, load and lock the subject within the actor's
 * scope, read the clock after the lock, is now the moment, run, audit and jobs and mail and live versions in the same
 * transaction, commit. A refusal rolls everything back and is then recorded by itself: a refused attempt is evidence.
 */
export type Answer<R> = { ok: true; value: R } | { ok: false; error: PublicError }

/** What a two-person operation answers its first person. */
export type Waiting = { approvalId: string }

export type Context<I, S> = {
  tx: Tx
  actor: Actor
  /** The second person, while a two-person operation is being carried out. */
  approver?: Person
  /** `clock_timestamp()` of the database, read after the subject was locked (R7.1). */
  at: Date
  /** When this process began to receive the request; decides nothing but R5.6. */
  receivedAt: Date
  input: I
  subject: S
}

export type Done<R> = {
  result: R
  audit: AuditBody
  announce?: readonly string[]
  jobs?: readonly Job[]
  letters?: readonly Letter[]
}

/** How a two-person operation presents itself to the second person (R16.3). */
export type Proposal = {
  object: string
  /** One sentence that says what will happen. */
  summary: string
  /** What the second person types, such as `round 2`. */
  typed: string
  changes?: Change[]
  reason?: string
  /** State the request relied on; if it differs at approval, the request is void. */
  fingerprint?: unknown
}

export type Definition<Schema extends z.ZodType, S, R> = {
  input: Schema
  /** Loads and locks what the operation is about, within what exists for the actor. Undefined means not found. */
  subject(tx: Tx, input: z.output<Schema>, actor: Actor): Promise<S | undefined>
  /** Is now the moment? Throws a refusal. Asked at the request and again when it is carried out. */
  check?(context: Context<z.output<Schema>, S>): void | Promise<void>
  /** Present: a second person must approve these exact parameters within 30 minutes. */
  secondPerson?(input: z.output<Schema>, subject: S, tx: Tx): Proposal | Promise<Proposal>
  run(context: Context<z.output<Schema>, S>): Promise<Done<R>>
}

export type CallOptions = { idempotencyKey?: string; receivedAt?: Date }

export type Operation<R> = ((actor: Actor, input: unknown, options?: CallOptions) => Promise<Answer<R>>) & {
  operationName: OperationName
}

type AnyDefinition = Definition<z.ZodType, unknown, unknown>

/** Two-person operations by name: what an approved request is carried out with. */
export const twoPersonOperations = new Map<string, AnyDefinition>()

const APPROVAL_MINUTES = 30

export function operation<Schema extends z.ZodType, S, R>(
  name: OperationName,
  definition: Definition<Schema, S, R> & {
    secondPerson: NonNullable<Definition<Schema, S, R>['secondPerson']>
  },
): Operation<Waiting>
export function operation<Schema extends z.ZodType, S, R>(
  name: OperationName,
  definition: Definition<Schema, S, R>,
): Operation<R>
export function operation(name: OperationName, definition: AnyDefinition): Operation<unknown> {
  if (definition.secondPerson) twoPersonOperations.set(name, definition)
  const call = async (actor: Actor, raw: unknown, options: CallOptions = {}): Promise<Answer<unknown>> => {
    const parsed = readInput(definition.input, raw)
    if (!parsed.ok) return parsed
    const { idempotencyKey: key } = options
    const attempt = async () => {
      requirePermission(actor, name, 'first')
      return transact(database(), (tx) => {
        const first = () => carryOut(tx, name, definition, actor, parsed.data, raw, options)
        return key ? once(tx, name, actor, raw, key, first) : first()
      })
    }
    return answer(name, actor, raw, attempt, key !== undefined)
  }
  return Object.assign(call, { operationName: name })
}

/**
 * Turns whatever happened into an answer, and records refusals in a transaction of their own.
 * @param countsOnce a key lets it be tried again after a commit whose answer was lost
 */
async function answer<R>(
  name: OperationName,
  actor: Actor,
  raw: unknown,
  attempt: () => Promise<R>,
  countsOnce = false,
): Promise<Answer<R>> {
  let unknown = false
  for (let tries = 1; ; tries++) {
    try {
      return { ok: true, value: await attempt() }
    } catch (error) {
      if (isTransient(error) && tries < 4) continue
      const refusal = error instanceof Refusal ? error : refusalFromConstraint(error)
      if (refusal) {
        await recordRefusal(name, actor, raw, refusal.code)
        return { ok: false, error: toPublicError(refusal) }
      }
      unknown ||= error instanceof OutcomeUnknown
      if (!unknown) return { ok: false, error: unexpected(name, error) }
      log().error({ err: error, operation: name }, 'the outcome of a commit is unknown')
      if (!countsOnce || !isConnectionLoss(error) || tries >= 4)
        return { ok: false, error: toPublicError(refuse('server.outcome-unknown')) }
      await pause(50 * tries)
    }
  }
}

/** Throws the refusal when the actor's roles do not let it do this. */
export function requirePermission(actor: Actor, name: OperationName, as: 'first' | 'second'): void {
  const permission = may(actor, name, as)
  if (permission === 'yes') return
  if (permission === 'second-factor-needed') throw refuse('access.second-factor-needed')
  throw refuse(actor.kind === 'anyone' ? 'access.signed-out' : 'access.denied')
}

async function carryOut(
  tx: Tx,
  name: OperationName,
  definition: AnyDefinition,
  actor: Actor,
  input: unknown,
  raw: unknown,
  options: CallOptions,
): Promise<unknown> {
  const subject = await definition.subject(tx, input, actor)
  if (subject === undefined) throw refuse('thing.not-found')
  const at = await databaseClock(tx)
  const context = { tx, actor, at, receivedAt: options.receivedAt ?? at, input, subject }
  await definition.check?.(context)
  if (definition.secondPerson) return requestSecondPerson(name, definition, context, raw)
  return finish(tx, name, actor, undefined, await definition.run(context))
}

/** Everything that must be true together with the change itself. */
async function finish(
  tx: Tx,
  name: OperationName,
  actor: Actor,
  approver: Person | undefined,
  done: Done<unknown>,
) {
  await appendAudit(tx, [
    { kind: name, outcome: 'done', actor, ...(approver ? { approver } : {}), ...done.audit },
  ])
  await enqueue(tx, done.jobs ?? [])
  await post(tx, done.letters ?? [])
  await announceIn(tx, done.announce ?? [])
  return done.result
}

/** The database primary's clock, which alone decides; never `now()`, which is the transaction's start. */
export async function databaseClock(tx: Tx): Promise<Date> {
  const [row] = (await tx.execute(sql`select clock_timestamp() as at`)) as unknown as [{ at: string | Date }]
  return new Date(row.at)
}

async function once<R>(
  tx: Tx,
  name: OperationName,
  actor: Actor,
  raw: unknown,
  key: string,
  first: () => Promise<R>,
): Promise<R> {
  const owner = auditName(actor)
  const requestHash = hashOf(JSON.parse(JSON.stringify(raw ?? null)))
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${owner}|${name}|${key}`}, 0))`)
  const [known] = await tx
    .select()
    .from(idempotencyKeys)
    .where(
      and(
        eq(idempotencyKeys.actor, owner),
        eq(idempotencyKeys.operation, name),
        eq(idempotencyKeys.key, key),
      ),
    )
  if (known && known.requestHash !== requestHash) throw refuse('request.repeated-differently')
  if (known) return known.answer as R
  const result = await first()
  await tx
    .insert(idempotencyKeys)
    .values({ actor: owner, operation: name, key, requestHash, answer: result ?? null })
  return result
}

async function requestSecondPerson(
  name: OperationName,
  definition: AnyDefinition,
  context: Context<unknown, unknown>,
  raw: unknown,
): Promise<Waiting> {
  const { tx, actor, at, input, subject } = context
  if (actor.kind !== 'person') throw refuse('access.denied')
  if (!actor.freshFactor) throw refuse('access.confirm-again')
  const proposal = await definition.secondPerson!(input, subject, tx)
  const kept = JSON.parse(JSON.stringify(raw))
  const approvalId = newId('apr', at)
  await expireOldRequests(tx, at)
  await tx.insert(approvals).values({
    id: approvalId,
    operation: name,
    input: kept,
    inputHash: bindingHash(name, kept, proposal),
    object: proposal.object,
    summary: proposal.summary,
    typed: proposal.typed,
    changes: proposal.changes ?? [],
    reason: proposal.reason ?? '',
    requestedBy: actor.userId,
    requestedAt: at,
    expiresAt: new Date(at.getTime() + APPROVAL_MINUTES * 60_000),
  })
  await appendAudit(tx, [
    { kind: name, outcome: 'requested', actor, object: proposal.object, facts: { approvalId } },
  ])
  await announceIn(tx, [topics.approvals()])
  return { approvalId }
}

/** What an approval binds to: the operation, its exact parameters, and the state they relied on. */
function bindingHash(name: string, input: unknown, proposal: Proposal): string {
  return hashOf({ name, input, object: proposal.object, fingerprint: proposal.fingerprint ?? null })
}

async function expireOldRequests(tx: Tx, at: Date): Promise<void> {
  await tx.execute(
    sql`update approvals set state = 'expired', decided_at = ${at.toISOString()}::timestamptz
        where state = 'pending' and expires_at <= ${at.toISOString()}::timestamptz`,
  )
}

export type Decision = {
  approvalId: string
  decision: 'approve' | 'decline'
  typed?: string
  reason?: string
}

/**
 * The second person's answer. Approving carries the operation out in this same transaction, with the requester as
 * actor and the approver beside it; any refusal leaves the request pending.
 * @param requester reads the first person as they are now; they must still be allowed to
 */
export async function decideRequest(
  approver: Actor,
  decision: Decision,
  requester: (tx: Tx, userId: string) => Promise<Person | undefined>,
): Promise<Answer<unknown>> {
  if (approver.kind === 'anyone') return { ok: false, error: toPublicError(refuse('access.signed-out')) }
  const [row] = await database().select().from(approvals).where(eq(approvals.id, decision.approvalId))
  const definition = row && twoPersonOperations.get(row.operation)
  if (!row || !definition) return { ok: false, error: toPublicError(refuse('approval.not-found')) }
  const name = row.operation as OperationName
  return answer(name, approver, decision, async () => {
    requirePermission(approver, name, 'second')
    return transact(database(), async (tx) => {
      if (approver.kind !== 'person') throw refuse('access.denied')
      const [request] = await tx.select().from(approvals).where(eq(approvals.id, row.id)).for('update')
      const at = await databaseClock(tx)
      if (!request) throw refuse('approval.not-found')
      if (request.state === 'expired' || (request.state === 'pending' && request.expiresAt <= at))
        throw refuse('approval.expired')
      if (request.state !== 'pending') throw refuse('approval.decided')
      if (request.requestedBy === approver.userId) throw refuse('approval.own')
      const settle = (state: 'approved' | 'declined') =>
        tx
          .update(approvals)
          .set({ state, decidedBy: approver.userId, decidedAt: at, decisionReason: decision.reason ?? '' })
          .where(eq(approvals.id, request.id))
      if (decision.decision === 'decline') {
        await settle('declined')
        await appendAudit(tx, [
          {
            kind: name,
            outcome: 'declined',
            actor: approver,
            object: request.object,
            facts: { approvalId: request.id },
          },
        ])
        await announceIn(tx, [topics.approvals()])
        return { approvalId: request.id }
      }
      if (request.changes.some(({ confidential }) => confidential) && request.decidedBy !== approver.userId)
        throw refuse(request.decidedBy ? 'approval.taken-up' : 'approval.not-taken-up')
      if (!sameWords(decision.typed ?? '', request.typed))
        throw refuse('approval.mistyped', { expected: request.typed }, { typed: `Type ${request.typed}.` })
      if (!approver.freshFactor) throw refuse('access.confirm-again')
      const actor = await requester(tx, request.requestedBy)
      if (!actor || may(actor, name) !== 'yes') throw refuse('approval.changed')
      const input = definition.input.parse(request.input)
      const subject = await definition.subject(tx, input, actor)
      if (subject === undefined) throw refuse('approval.changed')
      const proposal = await definition.secondPerson!(input, subject, tx)
      if (bindingHash(name, request.input, proposal) !== request.inputHash) throw refuse('approval.changed')
      const context = { tx, actor, approver, at: await databaseClock(tx), receivedAt: at, input, subject }
      await definition.check?.(context)
      const result = await finish(tx, name, actor, approver, await definition.run(context))
      await settle('approved')
      await announceIn(tx, [topics.approvals()])
      return result
    })
  })
}

/** A refused attempt is evidence. Whoever is not signed in leaves none: anyone could fill the log with it. */
export async function recordRefusal(
  name: OperationName,
  actor: Actor,
  raw: unknown,
  code: ErrorCode,
): Promise<void> {
  if (code === 'access.signed-out') return
  try {
    await database().transaction((tx) =>
      appendAudit(tx, [{ kind: name, outcome: 'refused', actor, object: objectOf(raw), facts: { code } }]),
    )
  } catch (error) {
    log().error({ err: error, operation: name, code }, 'a refusal could not be recorded')
  }
}

/** The first id in the input, if there is one: enough to find the refusal beside its object, never free text. */
function objectOf(raw: unknown): string {
  if (typeof raw !== 'object' || raw === null) return ''
  const ids = Object.values(raw).filter(
    (value): value is string => typeof value === 'string' && /^[a-z]{2,5}_[0-9a-z]{26}$/.test(value),
  )
  return ids[0] ?? ''
}

/** What is not busy is ours to mend and is logged with its stack. */
function unexpected(name: OperationName, error: unknown): PublicError {
  const busy = isBusy(error)
  log().error({ err: error, operation: name }, busy ? 'operation timed out' : 'operation failed')
  return toPublicError(refuse(busy ? 'server.busy' : 'server.failed'))
}
