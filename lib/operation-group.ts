import { createSecretKey, type KeyObject } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { z } from 'zod'
import { bidDatabase, type Sql } from '@/db/client'
import { env } from '@/env'
import type { Actor } from '@/lib/access/actor'
import type { OperationName } from '@/lib/access/policy'
import type { AuditBody } from '@/lib/audit'
import { canonicalJson } from '@/lib/canonical-json'
import { processNow } from '@/lib/clock'
import { isBusy, isConnectionLoss, isTransient } from '@/lib/database-failures'
import { decideTogether } from '@/lib/door/decide-together'
import { type ErrorCode, type PublicError, type Refusal, refuse, toPublicError } from '@/lib/errors'
import { hmacHex } from '@/lib/hash'
import { newId } from '@/lib/ids'
import { log } from '@/lib/log'
import { readInput } from '@/lib/read-input'
import { deriveKey } from '@/lib/secrets'
import { OutcomeUnknown, transact } from '@/lib/transact'
import { type Batch, waitingGroups } from '@/lib/waiting-groups'

/**
 * The grouped form of the door, for what many people do at the same moment: whoever waits for the same thing shares one
 * transaction, with whoever waits for other things. In this order: parse, wait in a bounded queue, begin, load and lock,
 * read the people behind the sessions and the clock after the locks, may this role, decide one after the other in order
 * of arrival, write, audit each, announce, commit, answer (`lib/door/decide-together.ts`). A refusal is a value and does
 * not touch the others; only a failure of the database, or a lock that somebody keeps, makes each thing's calls try again
 * by themselves, and then one by one.
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

/** The calls about one thing, in order of arrival. */
export type Wanted<I> = { group: string; calls: readonly Call<I>[] }

export type Member<I> = Omit<Call<I>, 'caller'> & { actor: Actor }

export type Decided<R> = ({ value: R } | { refusal: Refusal }) & {
  /** What is kept of the attempt; its receipt is there once it is written. */
  kept?: { readonly receipt: string }
  replayed?: true
  audit?: AuditBody
}

export type GroupDefinition<Schema extends z.ZodType, S, R> = {
  input: Schema
  /** What the call is about: calls with the same answer share a transaction. */
  group(input: z.output<Schema>): string
  /**
   * Loads and locks what several groups are about, in statements sent together and in one order for everyone. A group
   * that is missing in the answer means not found, for every caller alike.
   */
  load(sql: Sql, wanted: readonly Wanted<z.output<Schema>>[]): Promise<ReadonlyMap<string, S>>
  /** Decides one member against what the earlier ones left. Throws a refusal for what leaves no trace of its own. */
  decide(context: { subject: S; at: Date; member: Member<z.output<Schema>> }): Decided<R>
  /** Writes what the decisions came to. */
  write(sql: Sql, subjects: readonly S[]): Promise<unknown>
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

type Waiting<I, R> = Call<I> & {
  /** Its place among all calls of this process. */
  turn: number
  holder?: string | undefined
  answer: (answer: GroupAnswer<R>) => void
}

const LONGEST_QUEUE = 2000
const TOGETHER = 256
/** The most that one holder has waiting for the same thing: whoever comes after it still is in the next transaction. */
const SHARE = 16
/**
 * One transaction takes up whatever waits, and what comes meanwhile gathers for the next: the more bids share one, the less
 * each costs. Two at a time would wait for each other at every bidder that bids in both.
 */
const SHARING = 1
/** A shared transaction waits only so long for a lock: whoever keeps one holds up nobody but its own. */
const BRIEFLY_MS = 500

export function groupedOperation<Schema extends z.ZodType, S, R>(
  name: OperationName,
  definition: GroupDefinition<Schema, S, R>,
): GroupedOperation<R> {
  const join = waitingGroups<Waiting<z.output<Schema>, R>>({
    longest: LONGEST_QUEUE,
    together: TOGETHER,
    share: SHARE,
    sharing: SHARING,
    // One connection is left for what a bid asks before it joins, and for the pulse of its path.
    atOnce: () => env.DATABASE_BID_POOL - 1,
    serveShared: (batches) => serveShared(name, definition, batches),
    serveAlone: (batch) => serve(name, definition, batch),
  })
  let turn = 0
  const call = (caller: Caller, raw: unknown, options: Options = {}) =>
    new Promise<GroupAnswer<R>>((answer) => {
      const receivedAt = options.receivedAt ?? processNow()
      const key = options.idempotencyKey ?? newId('key', receivedAt)
      const parsed = readInput(definition.input, raw)
      if (!parsed.ok) return answer(parsed)
      if (!/^[\x21-\x7e]{8,100}$/.test(key)) return answer(refused('request.key-missing'))
      const requestHash = requestHashOf(parsed.data)
      const { holder } = options
      const member = {
        caller,
        input: parsed.data,
        key,
        requestHash,
        receivedAt,
        turn: turn++,
        holder,
        answer,
      }
      const turnedAway = join(definition.group(parsed.data), member)
      if (turnedAway === 'full') answer(refused('server.busy'))
      if (turnedAway === 'over-share') answer(refused('request.too-many', { seconds: 1 }))
    })
  return Object.assign(call, { operationName: name })
}

let hashKey: KeyObject | undefined

function requestHashOf(content: unknown): string {
  hashKey ??= createSecretKey(deriveKey('request-hashes').toString('hex'), 'utf8')
  return hmacHex(hashKey, canonicalJson(content))
}

/** One try for all of them. Whatever else happens than a commit, each group goes on by itself. */
async function serveShared<Schema extends z.ZodType, S, R>(
  name: OperationName,
  definition: GroupDefinition<Schema, S, R>,
  batches: readonly Batch<Waiting<z.output<Schema>, R>>[],
): Promise<'served' | 'apart'> {
  try {
    await commitTogether(name, definition, batches, BRIEFLY_MS)
    return 'served'
  } catch (error) {
    if (isUnreplicated(error)) {
      for (const { members } of batches) answerAll(members, 'server.outcome-unknown')
      return 'served'
    }
    if (!isTransient(error) && !isBusy(error))
      log().error({ err: error, operation: name, groups: batches.length }, 'a shared transaction failed')
    return 'apart'
  }
}

/** Gives every member its answer, whatever happens. */
async function serve<Schema extends z.ZodType, S, R>(
  name: OperationName,
  definition: GroupDefinition<Schema, S, R>,
  { group, members }: Batch<Waiting<z.output<Schema>, R>>,
): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await commitTogether(name, definition, [{ group, members }])
    } catch (error) {
      if (isTransient(error) && tries < 4) continue
      log().error({ err: error, operation: name, group, members: members.length }, 'a group failed')
      if (isBusy(error)) return answerAll(members, 'server.busy')
      if (isUnreplicated(error)) return answerAll(members, 'server.outcome-unknown')
      if (members.length > 1) break
      if (!isConnectionLoss(error)) return answerAll(members, 'server.failed')
      if (tries >= 3) return answerAll(members, 'server.outcome-unknown')
      await pause(50 * tries)
    }
  }
  for (const member of members) await serve(name, definition, { group, members: [member] })
}

/** One transaction for all of them; each has its answer when it is committed, and none when this rejects. */
async function commitTogether<Schema extends z.ZodType, S, R>(
  name: OperationName,
  definition: GroupDefinition<Schema, S, R>,
  batches: readonly Batch<Waiting<z.output<Schema>, R>>[],
  lockTimeoutMs?: number,
): Promise<void> {
  const wanted = batches.map(({ group, members }) => ({ group, calls: members }))
  const answers = await transact(bidDatabase(), (tx) =>
    decideTogether(tx, name, definition, wanted, lockTimeoutMs),
  )
  for (const [member, answer] of answers) member.answer(answer)
}

function isUnreplicated(error: unknown): boolean {
  return error instanceof OutcomeUnknown && error.why === 'unreplicated'
}

function answerAll<I, R>(members: readonly Waiting<I, R>[], code: ErrorCode): void {
  for (const member of members) member.answer(refused(code))
}

function refused(code: ErrorCode, details?: Record<string, number>): { ok: false; error: PublicError } {
  return { ok: false, error: toPublicError(refuse(code, details)) }
}
