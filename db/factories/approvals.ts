import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { approvals } from '@/db/schema/system'
import { type Person, personById } from '@/lib/access/actor'
import { type Answer, decideRequest, type Waiting } from '@/lib/operation'

/** Lets the second person approve what the first one asked for, typing what is to be typed; a refusal passes through. */
export async function approve(asked: Answer<Waiting>, second: Person): Promise<Answer<unknown>> {
  if (!asked.ok) return asked
  const { approvalId } = asked.value
  const [request] = await database().select().from(approvals).where(eq(approvals.id, approvalId))
  return decideRequest(
    second,
    { approvalId, decision: 'approve', typed: request?.typed ?? '' },
    (tx, userId) => personById(tx, userId, 2),
  )
}
