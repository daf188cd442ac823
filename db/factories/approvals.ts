import { eq } from 'drizzle-orm'
import { database, type Tx } from '@/db/client'
import { approvals } from '@/db/schema/system'
import { takeUpRequest } from '@/domain/approvals/take-up-request'
import { type Person, personById } from '@/lib/access/actor'
import type { Answer, Waiting } from '@/lib/door/definition'
import { decideRequest } from '@/lib/door/second-person'

const requester = (tx: Tx, userId: string) => personById(tx, userId, 2)

/**
 * Lets the second person approve what the first one asked for, taking up what only the two may know and typing what is to
 * be typed; a refusal passes through.
 */
export async function approve(asked: Answer<Waiting>, second: Person): Promise<Answer<unknown>> {
  if (!asked.ok) return asked
  const { approvalId } = asked.value
  const [request] = await database().select().from(approvals).where(eq(approvals.id, approvalId))
  if (request?.changes.some(({ confidential }) => confidential)) {
    const taken = await takeUpRequest(second, { approvalId })
    if (!taken.ok) return taken
  }
  return decideRequest(second, { approvalId, decision: 'approve', typed: request?.typed ?? '' }, requester)
}

/** Lets the second person decline it. */
export function decline(approvalId: string, second: Person): Promise<Answer<unknown>> {
  return decideRequest(second, { approvalId, decision: 'decline', reason: 'Not now.' }, requester)
}
