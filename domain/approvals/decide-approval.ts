import './two-person'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { database } from '@/db/client'
import { approvals } from '@/db/schema/system'
import { type Actor, personById } from '@/lib/access/actor'
import type { Answer } from '@/lib/door/definition'
import { decideRequest } from '@/lib/door/second-person'
import { type PublicError, refuse, toPublicError } from '@/lib/errors'
import { existsTo } from './exists-to'

const DecideApproval = z.strictObject({
  approvalId: z.string().max(60),
  decision: z.enum(['approve', 'decline'], 'Approve or refuse.'),
  typed: z.string().max(200, 'This is too long.').default(''),
  reason: z.string().trim().max(500, 'Use at most 500 characters.').default(''),
})

/**
 * The second person's answer to a waiting request (R16.3): the door carries it out with the requester's roles as they
 * are now. Refuses `approval.*`, and whatever the operation itself refuses.
 */
export async function decideApproval(actor: Actor, raw: unknown): Promise<Answer<unknown>> {
  const parsed = DecideApproval.safeParse(raw)
  if (!parsed.success) return { ok: false, error: badInput(parsed.error) }
  if (!(await isThere(actor, parsed.data.approvalId)))
    return { ok: false, error: toPublicError(refuse('approval.not-found')) }
  return decideRequest(actor, parsed.data, (tx, userId) => personById(tx, userId, 2))
}

/** Whether the request is one that the person could find. */
async function isThere(actor: Actor, approvalId: string): Promise<boolean> {
  if (actor.kind !== 'person') return true
  const found = await database()
    .select({ id: approvals.id })
    .from(approvals)
    .where(and(eq(approvals.id, approvalId), existsTo(database(), actor)))
  return found.length > 0
}

function badInput(error: z.ZodError): PublicError {
  const fields = Object.fromEntries(error.issues.map((issue) => [issue.path.join('.'), issue.message]))
  return toPublicError({ code: 'input.invalid', details: {}, fields })
}
