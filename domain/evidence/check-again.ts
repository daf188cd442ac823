import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { evidence } from '@/db/schema/build-out'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { lookJob } from './look-job'
import { lockEvidence } from './record-check'

/**
 * An officer has the worker look once more: what stood at an address may have changed (R12.1). Earlier looks stay.
 * Refuses: thing.not-found, evidence.not-checkable.
 */
export const checkAgain = operation('evidence.check-again', {
  input: z.strictObject({ evidenceId: z.string().max(60) }),
  subject: (tx, { evidenceId }) => lockEvidence(tx, evidenceId),
  check({ subject: { piece } }) {
    if (piece.kind === 'file') throw refuse('evidence.not-checkable')
  },
  async run({ tx, at, subject: { piece, awardId } }) {
    await tx.update(evidence).set({ nextCheckAt: at }).where(eq(evidence.id, piece.id))
    return {
      result: { awardId },
      audit: { object: awardId, facts: { evidenceId: piece.id } },
      jobs: [lookJob(piece.id)],
    }
  },
})
