import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import { makePerson } from '@/db/factories/people'
import { approvals } from '@/db/schema/system'
import { finaliseRound } from '@/domain/rounds/finalise-round'
import { personById } from '@/lib/access/actor'
import { decideRequest } from '@/lib/door/second-person'

/** One officer asks to make a closed round final; the other has yet to say yes. */
export async function askToFinalise(roundId: string): Promise<{ approvalId: string; approverId: string }> {
  const asked = await finaliseRound(await makePerson({ roles: ['programme-officer'] }), { roundId })
  if (!asked.ok) throw new Error(`The round cannot be made final: ${asked.error.code}`)
  const approver = await makePerson({ roles: ['programme-officer'] })
  return { approvalId: asked.value.approvalId, approverId: approver.userId }
}

/** The second officer says yes. @returns what the door answers, `done` or the code of the refusal */
export async function sayYes(approvalId: string, approverId: string): Promise<string> {
  const [request] = await database().select().from(approvals).where(eq(approvals.id, approvalId))
  const approver = await personById(database(), approverId, 2)
  if (!request || !approver) throw new Error('There is nothing to approve, or nobody to do it.')
  const decision = { approvalId, decision: 'approve' as const, typed: request.typed }
  const answer = await decideRequest(approver, decision, (tx, userId) => personById(tx, userId, 2))
  return answer.ok ? 'done' : answer.error.code
}
