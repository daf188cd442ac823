import { setTimeout as pause } from 'node:timers/promises'
import { database } from '@/db/client'
import type { Actor } from '@/lib/access/actor'
import type { OperationName } from '@/lib/access/policy'
import { appendAudit } from '@/lib/audit'
import { refusalFromConstraint } from '@/lib/constraint-refusals'
import { isBusy, isConnectionLoss, isTransient } from '@/lib/database-failures'
import type { Answer } from '@/lib/door/definition'
import { type ErrorCode, type PublicError, Refusal, refuse, toPublicError } from '@/lib/errors'
import { log } from '@/lib/log'
import { OutcomeUnknown } from '@/lib/transact'

/**
 * Turns whatever happened into an answer, and records refusals in a transaction of their own.
 * @param countsOnce a key lets it be tried again after a commit whose answer was lost
 */
export async function answerAttempt<R>(
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

/** Of several workers that ask for the same, all but the first find it done. */
const foundDone = /\.(not-due|none|nothing-new)$/

/**
 * A refused attempt is evidence. Whoever is not signed in leaves none: anyone could fill the log with it. Nor does the
 * system where another of its workers was first: that is how they share their work.
 */
export async function recordRefusal(
  name: OperationName,
  actor: Actor,
  raw: unknown,
  code: ErrorCode,
): Promise<void> {
  if (code === 'access.signed-out' || (actor.kind === 'system' && foundDone.test(code))) return
  try {
    await appendAudit(database(), [
      { kind: name, outcome: 'refused', actor, object: objectOf(raw), facts: { code } },
    ])
  } catch (error) {
    log().error({ err: error, operation: name, code }, 'a refusal could not be recorded')
  }
}

/** The first id in the input, if there is one: enough to find the refusal beside its object, never free text. */
function objectOf(raw: unknown): string {
  if (typeof raw !== 'object' || raw === null) return ''
  const ids = Object.values(raw).filter(
    (value): value is string => typeof value === 'string' && /^[a-z]{2,8}_[0-9a-z]{26}$/.test(value),
  )
  return ids[0] ?? ''
}

/** What is not busy is ours to mend and is logged with its stack. */
function unexpected(name: OperationName, error: unknown): PublicError {
  const busy = isBusy(error)
  log().error({ err: error, operation: name }, busy ? 'operation timed out' : 'operation failed')
  return toPublicError(refuse(busy ? 'server.busy' : 'server.failed'))
}
