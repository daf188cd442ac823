import type { z } from 'zod'
import { type Sql, sqlOf, type Tx } from '@/db/client'
import { type Actor, anyone } from '@/lib/access/actor'
import type { OperationName } from '@/lib/access/policy'
import { peopleByTokens } from '@/lib/access/read-people'
import { requirePermission } from '@/lib/access/require-permission'
import { appendAudit } from '@/lib/audit'
import { Refusal, refuse, toPublicError } from '@/lib/errors'
import { announceIn } from '@/lib/live'
import type { Call, Decided, GroupAnswer, GroupDefinition, Member, Wanted } from '@/lib/operation-group'

/** A call that waited, with its place among all of them. */
type Placed<I> = Call<I> & { turn: number }

/**
 * What the grouped door does in its one transaction, from the locks to what is written: each call is authorised and
 * decided by itself, in order of arrival, against what the earlier ones left.
 * @param lockTimeoutMs how long to wait for a lock, where it is shorter than usual
 * @returns each call with its answer, true once the transaction is committed
 */
export async function decideTogether<Schema extends z.ZodType, S, R, C extends Placed<z.output<Schema>>>(
  tx: Tx,
  name: OperationName,
  definition: GroupDefinition<Schema, S, R>,
  wanted: readonly { group: string; calls: readonly C[] }[],
  lockTimeoutMs?: number,
): Promise<[call: C, answer: GroupAnswer<R>][]> {
  const sql = sqlOf(tx)
  const [subjects, people, at] = await load(sql, definition, wanted, lockTimeoutMs)
  const calls = wanted.flatMap(({ group, calls }) => calls.map((call) => ({ group, call })))
  calls.sort((a, b) => a.call.turn - b.call.turn)
  const decided = calls.map(({ group, call }) => {
    const { caller, input, key, requestHash, receivedAt } = call
    const actor = caller.kind === 'session' ? (people.get(caller.tokenHash) ?? anyone) : caller
    const member = { actor, input, key, requestHash, receivedAt }
    return { call, group, actor, ...decideOne(name, definition, subjects.get(group), at, member) }
  })
  const entries = decided
    .filter((each) => !each.replayed && !isSignedOut(each))
    .map((each) => ({
      kind: name,
      outcome: 'refusal' in each ? ('refused' as const) : ('done' as const),
      actor: each.actor,
      ...(each.audit ?? { object: each.group }),
      ...('refusal' in each && { facts: { ...each.audit?.facts, code: each.refusal.code } }),
    }))
  const all = [...subjects.values()]
  await Promise.all([
    definition.write(sql, all),
    appendAudit(tx, entries),
    announceIn(
      tx,
      all.flatMap((subject) => definition.changed(subject)),
    ),
  ])
  return decided.map((each) => [each.call, publicAnswer(each)])
}

/** Sent in one journey and carried out in this order: the people and the clock are read after the locks. */
async function load<Schema extends z.ZodType, S, R>(
  sql: Sql,
  definition: GroupDefinition<Schema, S, R>,
  wanted: readonly Wanted<z.output<Schema>>[],
  lockTimeoutMs: number | undefined,
) {
  const hashes = wanted.flatMap(({ calls }) =>
    calls.flatMap(({ caller }) => (caller.kind === 'session' ? [caller.tokenHash] : [])),
  )
  const [, subjects, people, [clock]] = await Promise.all([
    lockTimeoutMs && sql`select set_config('lock_timeout', ${String(lockTimeoutMs)}, true)`,
    definition.load(sql, wanted),
    hashes.length > 0 ? peopleByTokens(sql, hashes) : new Map<string, Actor>(),
    sql<{ at: string | Date }[]>`select clock_timestamp() as at`,
  ])
  return [subjects, people, new Date(clock?.at as string)] as const
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
    ...(decided.kept && { receipt: decided.kept.receipt }),
    ...(decided.replayed && { replayed: decided.replayed }),
  }
  if ('refusal' in decided) return { ok: false, error: toPublicError(decided.refusal), ...evidence }
  return { ok: true, value: decided.value, ...evidence }
}
