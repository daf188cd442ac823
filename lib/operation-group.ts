import { setTimeout as pause } from 'node:timers/promises'
import type { z } from 'zod'
import { bidDatabase, type Sql, sqlOf, type Tx } from '@/db/client'
import { env } from '@/env'
import { type Actor, anyone } from '@/lib/access/actor'
import { peopleByTokens } from '@/lib/access/people-by-tokens'
import type { OperationName } from '@/lib/access/policy'
import { requirePermission } from '@/lib/access/require-permission'
import { type AuditBody, appendAudit } from '@/lib/audit'
import { canonicalJson } from '@/lib/canonical-json'
import { processNow } from '@/lib/clock'
import { isBusy, isConnectionLoss, isTransient } from '@/lib/database-failures'
import { type ErrorCode, type PublicError, Refusal, refuse, toPublicError } from '@/lib/errors'
import { hmacHex } from '@/lib/hash'
import { newId } from '@/lib/ids'
import { announceIn } from '@/lib/live'
import { log } from '@/lib/log'
import { readInput } from '@/lib/read-input'
import { deriveKey } from '@/lib/secrets'
import { OutcomeUnknown, transact } from '@/lib/transact'
import { waitingGroups } from '@/lib/waiting-groups'

/**
 * The grouped form of the door, for what many people do to one thing at the same moment: whoever waits for the same
 * thing shares one transaction. In this order: parse, wait in a bounded queue, begin, load and lock, read the people
 * behind the sessions and the clock after the lock, may this role, decide one after the other in order of arrival,
 * write, audit each, announce, commit, answer. A refusal is a value and does not touch the others; only a failure of
 * the database makes the group try again, one by one.
 */
export type Session = { kind: 'session'; tokenHash: string }

/** Whoever calls: an actor, or a session whose person the group reads together with all the others (R16.4). */
export type Caller = Actor | Session

export type GroupAnswer<R> = ({ ok: true; value: R } | { ok: false; error: PublicError }) & {
  /** Signed evidence of this very attempt, where the operation gives one. */
  receipt?: string
  /** The same key was answered before; this is that answer. */
  replayed?: true
}

export type Call<I> = {
  caller: Caller
  input: I
  key: string
  /** Of the parsed content, keyed: an amount could be guessed from a plain hash of it. */
  requestHash: string
  receivedAt: Date
}

export type Member<I> = Omit<Call<I>, 'caller'> & { actor: Actor }

export type Decided<R> = ({ value: R } | { refusal: Refusal }) & {
  receipt?: string
  replayed?: true
  audit?: AuditBody
}

export type GroupDefinition<Schema extends z.ZodType, S, R> = {
  input: Schema
  /** What the call is about: calls with the same answer share a transaction. */
  group(input: z.output<Schema>): string
  /** Loads and locks it, in statements sent together. Undefined means not found, for every caller alike. */
  load(sql: Sql, group: string, calls: readonly Call<z.output<Schema>>[]): Promise<S | undefined>
  /** Decides one member against what the earlier ones left. Throws a refusal for what leaves no trace of its own. */
  decide(context: { subject: S; at: Date; member: Member<z.output<Schema>> }): Decided<R>
  /** Writes what the decisions came to. */
  write(sql: Sql, subject: S): Promise<unknown>
  /** The topics that changed. */
  changed(subject: S): readonly string[]
}

type Options = {
  idempotencyKey?: string
  receivedAt?: Date
  /** For whom the call waits: one alone holds no more than its share of a queue. Absent: not counted. */
  holder?: string
}

export type GroupedOperation<R> = ((
  caller: Caller,
  input: unknown,
  options?: Options,
) => Promise<GroupAnswer<R>>) & { operationName: OperationName }

type Waiting<I, R> = Call<I> & { holder?: string | undefined; answer: (answer: GroupAnswer<R>) => void }

const LONGEST_QUEUE = 2000
const TOGETHER = 256
/** The most that one holder has waiting for the same thing: whoever comes after it still is in the next transaction. */
const SHARE = 16

export function groupedOperation<Schema extends z.ZodType, S, R>(
  name: OperationName,
  definition: GroupDefinition<Schema, S, R>,
): GroupedOperation<R> {
  type Member = Waiting<z.output<Schema>, R>
  const join = waitingGroups<Member>({
    longest: LONGEST_QUEUE,
    together: TOGETHER,
    share: SHARE,
    // One connection is left for what a bid asks before it joins, and for the pulse of its path.
    atOnce: () => env.DATABASE_BID_POOL - 1,
    serve: (group, members) => serve(name, definition, group, members),
  })
  const call = (caller: Caller, raw: unknown, options: Options = {}) =>
    new Promise<GroupAnswer<R>>((answer) => {
      const receivedAt = options.receivedAt ?? processNow()
      const key = options.idempotencyKey ?? newId('key', receivedAt)
      const parsed = readInput(definition.input, raw)
      if (!parsed.ok) return answer(parsed)
      if (!/^[\x21-\x7e]{8,100}$/.test(key)) return answer(refused('request.key-missing'))
      const requestHash = requestHashOf(parsed.data)
      const { holder } = options
      const member = { caller, input: parsed.data, key, requestHash, receivedAt, holder, answer }
      const turnedAway = join(definition.group(parsed.data), member)
      if (turnedAway === 'full') answer(refused('server.busy'))
      if (turnedAway === 'over-share') answer(refused('request.too-many', { seconds: 1 }))
    })
  return Object.assign(call, { operationName: name })
}

let hashKey: string | undefined

function requestHashOf(content: unknown): string {
  hashKey ??= deriveKey('request-hashes').toString('hex')
  return hmacHex(hashKey, canonicalJson(content))
}

/** Gives every member its answer, whatever happens. */
async function serve<Schema extends z.ZodType, S, R>(
  name: OperationName,
  definition: GroupDefinition<Schema, S, R>,
  group: string,
  members: readonly Waiting<z.output<Schema>, R>[],
): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      const answers = await transact(bidDatabase(), (tx) => carryOut(tx, name, definition, group, members))
      for (const [index, member] of members.entries()) member.answer(answers[index] as GroupAnswer<R>)
      return
    } catch (error) {
      if (isTransient(error) && tries < 4) continue
      log().error({ err: error, operation: name, group, members: members.length }, 'a group failed')
      if (isBusy(error)) return answerAll(members, 'server.busy')
      if (error instanceof OutcomeUnknown && error.why === 'unreplicated')
        return answerAll(members, 'server.outcome-unknown')
      if (members.length > 1) break
      if (!isConnectionLoss(error)) return answerAll(members, 'server.failed')
      if (tries >= 3) return answerAll(members, 'server.outcome-unknown')
      await pause(50 * tries)
    }
  }
  for (const member of members) await serve(name, definition, group, [member])
}

function answerAll<I, R>(members: readonly Waiting<I, R>[], code: ErrorCode): void {
  for (const member of members) member.answer(refused(code))
}

async function carryOut<Schema extends z.ZodType, S, R>(
  tx: Tx,
  name: OperationName,
  definition: GroupDefinition<Schema, S, R>,
  group: string,
  calls: readonly Call<z.output<Schema>>[],
): Promise<GroupAnswer<R>[]> {
  const sql = sqlOf(tx)
  const hashes = calls.flatMap(({ caller }) => (caller.kind === 'session' ? [caller.tokenHash] : []))
  // Sent in one journey and carried out in this order: the people and the clock are read after the lock.
  const [subject, people, [clock]] = await Promise.all([
    definition.load(sql, group, calls),
    hashes.length > 0 ? peopleByTokens(sql, hashes) : new Map<string, Actor>(),
    sql<{ at: string | Date }[]>`select clock_timestamp() as at`,
  ])
  const at = new Date(clock?.at as string)
  const decided = calls.map(({ caller, ...call }) => {
    const actor = caller.kind === 'session' ? (people.get(caller.tokenHash) ?? anyone) : caller
    return { actor, ...decideOne(name, definition, subject, at, { ...call, actor }) }
  })
  const fresh = decided.filter((each) => !each.replayed && !isSignedOut(each))
  const entries = fresh.map((each) => ({
    kind: name,
    outcome: 'refusal' in each ? ('refused' as const) : ('done' as const),
    actor: each.actor,
    ...(each.audit ?? { object: group }),
    ...('refusal' in each && { facts: { ...each.audit?.facts, code: each.refusal.code } }),
  }))
  await Promise.all([
    subject && definition.write(sql, subject),
    appendAudit(tx, entries),
    announceIn(tx, subject ? definition.changed(subject) : []),
  ])
  return decided.map(publicAnswer)
}

/** Whoever is not signed in leaves no entry: anyone could fill the log with them. */
function isSignedOut<R>(decided: Decided<R>): boolean {
  return 'refusal' in decided && decided.refusal.code === 'access.signed-out'
}

function decideOne<Schema extends z.ZodType, S, R>(
  name: OperationName,
  definition: GroupDefinition<Schema, S, R>,
  subject: S | undefined,
  at: Date,
  member: Member<z.output<Schema>>,
): Decided<R> {
  try {
    requirePermission(member.actor, name, 'first')
    if (subject === undefined) throw refuse('thing.not-found')
    return definition.decide({ subject, at, member })
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error }
    throw error
  }
}

function publicAnswer<R>(decided: Decided<R>): GroupAnswer<R> {
  const evidence = {
    ...(decided.receipt !== undefined && { receipt: decided.receipt }),
    ...(decided.replayed && { replayed: decided.replayed }),
  }
  if ('refusal' in decided) return { ok: false, error: toPublicError(decided.refusal), ...evidence }
  return { ok: true, value: decided.value, ...evidence }
}

function refused(code: ErrorCode, details?: Record<string, number>): { ok: false; error: PublicError } {
  return { ok: false, error: toPublicError(refuse(code, details)) }
}
