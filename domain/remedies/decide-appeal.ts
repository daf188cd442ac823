import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { appeals } from '@/db/schema/build-out'
import { settleTransferLock } from '@/domain/commitments/close-when-done'
import { Id, Reason } from '@/domain/commitments/input'
import { liftRungs } from '@/domain/commitments/lift-rungs'
import { requireRunning } from '@/domain/commitments/lock-build-out'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { appealLetters } from './letters'
import { lockRemedy } from './lock-remedy'

/**
 * An officer who did not take the step decides the appeal against it (R12.2). Upheld: the step is undone and the ladder
 * begins again with a cure notice. Refuses: thing.not-found, build-out.ended, appeal.decided, appeal.own-step,
 * appeal.not-standing.
 */
export const decideAppeal = operation('appeal.decide', {
  input: z.strictObject({
    remedyId: Id,
    outcome: z.enum(['upheld', 'dismissed'], { error: 'Choose what to decide.' }),
    reason: Reason,
  }),
  async subject(tx, { remedyId }, actor) {
    const locked = await lockRemedy(tx, remedyId, actor)
    return locked?.appeal && { ...locked, appeal: locked.appeal }
  },
  check({ actor, subject }) {
    requireRunning(subject)
    const { appeal, remedy, stands } = subject
    if (appeal.outcome) throw refuse('appeal.decided')
    if (actor.kind === 'person' && [remedy.imposedBy, remedy.approvedBy].includes(actor.userId))
      throw refuse('appeal.own-step')
    if (!stands) throw refuse('appeal.not-standing')
  },
  async run({ tx, actor, at, input: { remedyId, outcome, reason }, subject }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    const { award, commitment, remedy } = subject
    const by = actor.userId
    await tx
      .update(appeals)
      .set({ outcome, reason, decidedBy: by, decidedAt: at })
      .where(eq(appeals.remedyId, remedyId))
    if (outcome === 'upheld') {
      await liftRungs(tx, commitment, { at, by, reason })
      await settleTransferLock(tx, award.id, at)
    }
    return {
      result: { awardId: award.id },
      audit: { object: award.id, facts: { remedyId, outcome } },
      letters: await appealLetters(tx, { award, commitment, remedy }, { outcome, reason }),
    }
  },
})
