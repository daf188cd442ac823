import { z } from 'zod'
import { moveAward } from '@/domain/awards/move-award'
import { closeRevoked } from '@/domain/commitments/close-when-done'
import { Id } from '@/domain/commitments/input'
import { requireRunning } from '@/domain/commitments/lock-build-out'
import { moveLabel } from '@/domain/labels/move-labels'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { revokedLetters } from './letters'
import { lockRemedy } from './lock-remedy'

/** What everyone reads; the officers’ own reason stays with the remedy, for the registrant. */
const PUBLIC_REASON = 'The promises of the plan were not kept (R12.2)'

/**
 * A revocation takes effect: the award is revoked, the label goes back to the pool with its provenance, and what was
 * not kept is closed as such (R12.2, R1.4). Evidence that waits for the programme is decided first.
 * Refuses: thing.not-found, build-out.ended, remedy.not-due.
 */
export const carryOutRevocation = operation('remedy.carry-out', {
  input: z.strictObject({ remedyId: Id }),
  subject: (tx, { remedyId }, actor) => lockRemedy(tx, remedyId, actor),
  check({ at, subject }) {
    requireRunning(subject)
    const { remedy, appeal, stands, commitment } = subject
    const settled = !appeal || appeal.outcome === 'dismissed'
    const due = stands && remedy.rung === 'revocation' && commitment.state === 'remedy'
    if (!due || !settled || at < remedy.appealBy) throw refuse('remedy.not-due')
  },
  async run({ tx, at, subject: { award, remedy, commitment } }) {
    await moveAward(tx, { award, move: 'revoke', at }, PUBLIC_REASON)
    await moveLabel(tx, {
      label: award.label,
      to: 'reserved',
      at,
      note: 'Returned to the pool: the promises of the plan were not kept (R12.2)',
      roundId: award.roundId,
    })
    await closeRevoked(tx, award.id, at, remedy.reason)
    return {
      result: { awardId: award.id },
      audit: { object: award.id, facts: { commitment: commitment.number, remedyId: remedy.id } },
      letters: await revokedLetters(tx, award, remedy.reason),
    }
  },
})
