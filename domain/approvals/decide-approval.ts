import './two-person'
import { z } from 'zod'
import { type Actor, personById } from '@/lib/access/actor'
import type { Answer } from '@/lib/door/definition'
import { decideRequest } from '@/lib/door/second-person'
import { type PublicError, toPublicError } from '@/lib/errors'

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
  return decideRequest(actor, parsed.data, (tx, userId) => personById(tx, userId, 2))
}

function badInput(error: z.ZodError): PublicError {
  const fields = Object.fromEntries(error.issues.map((issue) => [issue.path.join('.'), issue.message]))
  return toPublicError({ code: 'input.invalid', details: {}, fields })
}
