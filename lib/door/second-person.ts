import { eq, sql } from 'drizzle-orm'
import { database, type Tx } from '@/db/client'
import { approvals } from '@/db/schema/system'
import type { Actor, Person } from '@/lib/access/actor'
import { may, type OperationName } from '@/lib/access/policy'
import { requirePermission } from '@/lib/access/require-permission'
import { appendAudit } from '@/lib/audit'
import { databaseClock } from '@/lib/database-clock'
import { answerAttempt } from '@/lib/door/answer-attempt'
import type { Answer, AnyDefinition, Context, Proposal, Waiting } from '@/lib/door/definition'
import { finishOperation } from '@/lib/door/finish-operation'
import { refuse, toPublicError } from '@/lib/errors'
import { hashOf } from '@/lib/hash'
import { newId } from '@/lib/ids'
import { announceIn, topics } from '@/lib/live'
import { sameWords } from '@/lib/same-words'
import { transact } from '@/lib/transact'

/** Two-person operations by name: what an approved request is carried out with. */
export const twoPersonOperations = new Map<string, AnyDefinition>()

const APPROVAL_MINUTES = 30

/** Keeps what the first person asks for until a second one decides (R16.3). */
export async function requestSecondPerson(
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
  return answerAttempt(name, approver, decision, async () => {
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
      const result = await finishOperation(tx, name, actor, approver, await definition.run(context))
      await settle('approved')
      await announceIn(tx, [topics.approvals()])
      return result
    })
  })
}
