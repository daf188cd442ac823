import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { transfers } from '@/db/schema/build-out'
import { actsFor } from '@/domain/applications/lock-application'
import { Id } from '@/domain/commitments/input'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { transferLetters } from './letters'
import { lockTransferRequest } from './lock-transfer-request'

/**
 * An owner of the organisation that is to take a name over agrees to hold it and to owe what was promised for it (R12.3);
 * without that nothing passes. Refuses: thing.not-found, transfer.decided, transfer.agreed, transfer.not-confirmed.
 */
export const agreeTransfer = operation('transfer.agree', {
  input: z.strictObject({ transferId: Id, confirmed: z.boolean() }),
  async subject(tx, { transferId }, actor) {
    const found = await lockTransferRequest(tx, transferId, actor)
    return found && actsFor(actor, ['owner']).includes(found.transfer.toOrganisationId) ? found : undefined
  },
  check({ input: { confirmed }, subject: { transfer } }) {
    if (transfer.state !== 'requested') throw refuse('transfer.decided')
    if (transfer.agreedAt) throw refuse('transfer.agreed')
    if (!confirmed)
      throw refuse('transfer.not-confirmed', {}, { confirmed: 'Confirm that you take the commitments over.' })
  },
  async run({ tx, actor, at, subject: { award, transfer, to } }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    await tx
      .update(transfers)
      .set({ agreedBy: actor.userId, agreedAt: at })
      .where(eq(transfers.id, transfer.id))
    return {
      result: { transferId: transfer.id },
      audit: { object: award.id, facts: { transferId: transfer.id } },
      letters: await transferLetters(tx, award, {
        what: `${to} agrees to take ${award.label}.org over`,
        reason: 'Two officers decide now.',
      }),
    }
  },
})
