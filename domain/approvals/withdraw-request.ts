import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { approvals } from '@/db/schema/system'
import { refuse } from '@/lib/errors'
import { topics } from '@/lib/live'
import { operation } from '@/lib/operation'

/** Takes one's own request back before a second person decides it. Refuses `approval.decided`. */
export const withdrawRequest = operation('approval.withdraw', {
  input: z.strictObject({ approvalId: z.string().max(60) }),
  async subject(tx, { approvalId }, actor) {
    if (actor.kind !== 'person') return undefined
    const [request] = await tx
      .select()
      .from(approvals)
      .where(and(eq(approvals.id, approvalId), eq(approvals.requestedBy, actor.userId)))
      .for('update')
    return request
  },
  check({ subject: request }) {
    if (request.state !== 'pending') throw refuse('approval.decided')
  },
  async run({ tx, at, subject: request }) {
    await tx.update(approvals).set({ state: 'withdrawn', decidedAt: at }).where(eq(approvals.id, request.id))
    return {
      result: { approvalId: request.id },
      audit: { object: request.object, facts: { approvalId: request.id, operation: request.operation } },
      announce: [topics.approvals()],
    }
  },
})
