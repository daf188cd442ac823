import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { transfers } from '@/db/schema/build-out'
import { changeRegistrantLetters } from '@/domain/allocations/registrant-letters'
import { changeHolder } from '@/domain/awards/change-holder'
import { Id, Reason } from '@/domain/commitments/input'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { transferLetters } from './letters'
import { lockTransferRequest } from './lock-transfer-request'
import { requireTransferable } from './may-transfer'

/**
 * Two officers let the name pass to another organisation, which takes over the commitments as they stand; the registrar is
 * asked to change its registrant at the registry (R12.3).
 * Refuses: thing.not-found, transfer.decided, transfer.not-agreed, transfer.not-allocated, transfer.locked, transfer.commitments-open.
 */
export const approveTransfer = operation('transfer.approve', {
  input: z.strictObject({ transferId: Id, reason: Reason }),
  subject: (tx, { transferId }, actor) => lockTransferRequest(tx, transferId, actor),
  check({ subject }) {
    if (subject.transfer.state !== 'requested') throw refuse('transfer.decided')
    if (!subject.transfer.agreedAt) throw refuse('transfer.not-agreed')
    requireTransferable(subject, subject.transfer.ground)
  },
  secondPerson: ({ reason }, { award, transfer, from, to, commitments }) => ({
    object: award.id,
    summary: `Pass ${award.label}.org to another registrant, with its commitments.`,
    typed: `transfer ${award.label}`,
    changes: [
      { what: 'Registrant', before: from, after: to },
      {
        what: 'Ground',
        before: '',
        after: transfer.ground === 'sale' ? 'Sale of the organisation' : 'Other',
      },
      {
        what: 'Commitments taken over',
        before: '',
        after: String(commitments.filter(({ outcome }) => outcome === null).length),
      },
    ],
    reason,
    fingerprint: { state: transfer.state, award: award.state, organisation: award.organisationId },
  }),
  async run({ tx, actor, approver, at, input: { reason }, subject: { award, transfer, from, to } }) {
    if (actor.kind !== 'person' || !approver) throw refuse('access.denied')
    await tx
      .update(transfers)
      .set({
        state: 'approved',
        decidedBy: actor.userId,
        approvedBy: approver.userId,
        decidedAt: at,
        reason,
      })
      .where(eq(transfers.id, transfer.id))
    const outgoing = await transferLetters(tx, award, { what: `${award.label}.org passed to ${to}`, reason })
    await changeHolder(tx, award.id, transfer.toOrganisationId)
    const holder = { ...award, organisationId: transfer.toOrganisationId }
    const incoming = await transferLetters(tx, holder, {
      what: `${award.label}.org passed to you, with its commitments`,
      reason,
    })
    return {
      result: { awardId: award.id },
      audit: { object: award.id, facts: { transferId: transfer.id, ground: transfer.ground } },
      letters: [
        ...outgoing,
        ...incoming,
        ...(await changeRegistrantLetters(tx, holder, { transferId: transfer.id, from, to })),
      ],
    }
  },
})
