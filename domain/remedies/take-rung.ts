import type { Tx } from '@/db/client'
import { type RemedyRung, remedies } from '@/db/schema/build-out'
import { settleTransferLock } from '@/domain/commitments/close-when-done'
import type { LockedBuildOut } from '@/domain/commitments/lock-build-out'
import { moveCommitment } from '@/domain/commitments/move-commitment'
import { APPEAL_BUSINESS_DAYS, CURE_DAYS } from '@/domain/commitments/rules'
import type { Actor, Person } from '@/lib/access/actor'
import type { Done } from '@/lib/door/definition'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { addBusinessDays } from '@/lib/time/business-days'
import { remedyLetters } from './letters'

type Locked = LockedBuildOut & { commitment: LockedBuildOut['commitments'][number] }
type Taken = { rung: RemedyRung; reason: string; conditions: string }

const DAY = 86_400_000

/** Takes a rung: on record, with the term to cure or to appeal, and told to the registrant (R12.2). */
export async function takeRung(
  tx: Tx,
  { commitment, award, buildOut }: Locked,
  { rung, reason, conditions }: Taken,
  { actor, approver, at }: { actor: Actor; approver?: Person; at: Date },
): Promise<Done<{ awardId: string; remedyId: string }>> {
  if (actor.kind !== 'person') throw refuse('access.denied')
  const by = actor.userId
  const remedyId = newId('rem', at)
  const appealBy = addBusinessDays(at, APPEAL_BUSINESS_DAYS, buildOut.zone)
  const cureEndsAt = rung === 'cure-notice' ? new Date(at.getTime() + CURE_DAYS * DAY) : commitment.cureEndsAt
  await tx.insert(remedies).values({
    id: remedyId,
    commitmentId: commitment.id,
    rung,
    reason,
    conditions,
    imposedAt: at,
    imposedBy: by,
    approvedBy: approver?.userId ?? null,
    appealBy,
  })
  const move = rung === 'cure-notice' ? 'notice' : 'remedy'
  const moved = await moveCommitment(tx, commitment, move, { at, by, reason, rung, cureEndsAt })
  await settleTransferLock(tx, award.id, at)
  return {
    result: { awardId: award.id, remedyId },
    audit: { object: award.id, facts: { commitment: commitment.number, rung, remedyId } },
    letters: await remedyLetters(tx, {
      award,
      commitment: moved,
      zone: buildOut.zone,
      remedy: { id: remedyId, rung, reason, conditions, appealBy },
    }),
  }
}
