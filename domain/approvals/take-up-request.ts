import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { approvals } from '@/db/schema/system'
import { may, type OperationName, policy } from '@/lib/access/policy'
import { refuse } from '@/lib/errors'
import { topics } from '@/lib/live'
import { operation } from '@/lib/operation'
import { existsTo } from './exists-to'

/**
 * Takes a request up to decide it: what only its two people may know, such as the amount of a bid taken by telephone, is
 * shown to this person from now on, and to no third. Refuses `approval.decided`, `approval.expired`, `approval.own`,
 * `approval.taken-up`.
 */
export const takeUpRequest = operation('approval.take-up', {
  input: z.strictObject({ approvalId: z.string().max(60) }),
  async subject(tx, { approvalId }, actor) {
    if (actor.kind !== 'person') return undefined
    const [request] = await tx
      .select()
      .from(approvals)
      .where(and(eq(approvals.id, approvalId), existsTo(tx, actor)))
      .for('update')
    if (!request || !Object.hasOwn(policy, request.operation)) return undefined
    const maySee = request.requestedBy === actor.userId
    return maySee || may(actor, request.operation as OperationName, 'second') === 'yes' ? request : undefined
  },
  check({ actor, at, subject: request }) {
    const mine = actor.kind === 'person' ? actor.userId : ''
    if (request.state === 'expired' || (request.state === 'pending' && request.expiresAt <= at))
      throw refuse('approval.expired')
    if (request.state !== 'pending') throw refuse('approval.decided')
    if (request.requestedBy === mine) throw refuse('approval.own')
    if (request.decidedBy && request.decidedBy !== mine) throw refuse('approval.taken-up')
  },
  async run({ tx, actor, subject: request }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    await tx.update(approvals).set({ decidedBy: actor.userId }).where(eq(approvals.id, request.id))
    return {
      result: { approvalId: request.id },
      audit: { object: request.object, facts: { approvalId: request.id, operation: request.operation } },
      announce: [topics.approvals()],
    }
  },
})
