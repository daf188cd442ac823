import type { z } from 'zod'
import { database, type Tx } from '@/db/client'
import type { Actor } from '@/lib/access/actor'
import type { OperationName } from '@/lib/access/policy'
import { requirePermission } from '@/lib/access/require-permission'
import { databaseClock } from '@/lib/database-clock'
import { answerAttempt } from '@/lib/door/answer-attempt'
import { countOnce } from '@/lib/door/count-once'
import type { Answer, AnyDefinition, CallOptions, Definition, Waiting } from '@/lib/door/definition'
import { finishOperation } from '@/lib/door/finish-operation'
import { requestSecondPerson, twoPersonOperations } from '@/lib/door/second-person'
import { refuse } from '@/lib/errors'
import { readInput } from '@/lib/read-input'
import { transact } from '@/lib/transact'

export type Operation<R> = ((actor: Actor, input: unknown, options?: CallOptions) => Promise<Answer<R>>) & {
  operationName: OperationName
}

/**
 * The one door for writes. In this order: parse, may this role, begin, load and lock the subject within the actor's
 * scope, read the clock after the lock, is now the moment, run, audit and jobs and mail and live versions in the same
 * transaction, commit. A refusal rolls everything back and is then recorded by itself: a refused attempt is evidence.
 */
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
        return key ? countOnce(tx, name, actor, raw, key, first) : first()
      })
    }
    return answerAttempt(name, actor, raw, attempt, key !== undefined)
  }
  return Object.assign(call, { operationName: name })
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
  return finishOperation(tx, name, actor, undefined, await definition.run(context))
}
