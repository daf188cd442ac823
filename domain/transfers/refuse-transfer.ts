import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { transfers } from '@/db/schema/build-out'
import { Id, Reason } from '@/domain/commitments/input'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { transferLetters } from './letters'
import { lockTransferRequest } from './lock-transfer-request'

/** An officer refuses a transfer, with the reason (R12.3). Refuses: thing.not-found, transfer.decided. */
export const refuseTransfer = operation('transfer.refuse', {
  input: z.strictObject({ transferId: Id, reason: Reason }),
  subject: (tx, { transferId }, actor) => lockTransferRequest(tx, transferId, actor),
  check({ subject: { transfer } }) {
    if (transfer.state !== 'requested') throw refuse('transfer.decided')
  },
  async run({ tx, actor, at, input: { reason }, subject: { award, transfer, to } }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    await tx
      .update(transfers)
      .set({ state: 'refused', decidedBy: actor.userId, decidedAt: at, reason })
      .where(eq(transfers.id, transfer.id))
    return {
      result: { awardId: award.id },
      audit: { object: award.id, facts: { transferId: transfer.id } },
      letters: await transferLetters(tx, award, {
        what: `${award.label}.org does not pass to ${to}`,
        reason,
      }),
    }
  },
})
