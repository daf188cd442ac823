import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { checkOutcomes, commitments, evidence, evidenceChecks } from '@/db/schema/build-out'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { nextLook } from './backoff'
import { lookJob } from './look-job'

/**
 * Keeps what one look found (R12.1). It decides nothing: an officer does. A look that could not decide is followed by
 * another, later each time. Refuses: thing.not-found, evidence.checked-already.
 */
export const recordCheck = operation('evidence.record-check', {
  input: z.strictObject({
    evidenceId: z.string().max(60),
    attempt: z.number().int().positive(),
    outcome: z.enum(checkOutcomes),
    summary: z.string().max(500),
    seen: z.array(z.strictObject({ what: z.string().max(200), value: z.string().max(4000) })).max(40),
  }),
  subject: (tx, { evidenceId }) => lockEvidence(tx, evidenceId),
  check({ input, subject: { piece } }) {
    if (piece.nextCheckAt === null || input.attempt !== piece.attempts + 1)
      throw refuse('evidence.checked-already')
  },
  async run({ tx, at, input: { attempt, outcome, summary, seen }, subject: { piece, awardId } }) {
    await tx
      .insert(evidenceChecks)
      .values({ id: newId('chk', at), evidenceId: piece.id, attempt, outcome, summary, seen, at })
    const nextCheckAt = nextLook(outcome, attempt, at)
    await tx.update(evidence).set({ attempts: attempt, nextCheckAt }).where(eq(evidence.id, piece.id))
    return {
      result: { again: nextCheckAt !== null },
      audit: { object: awardId, facts: { evidenceId: piece.id, attempt, outcome } },
      jobs: nextCheckAt ? [lookJob(piece.id, nextCheckAt)] : [],
    }
  },
})

/** A piece of evidence, locked, with the award it is for. */
export async function lockEvidence(tx: Tx, evidenceId: string) {
  const [piece] = await tx.select().from(evidence).where(eq(evidence.id, evidenceId)).for('update')
  if (!piece) return undefined
  const [of] = await tx
    .select({ awardId: commitments.awardId })
    .from(commitments)
    .where(eq(commitments.id, piece.commitmentId))
  return { piece, awardId: of!.awardId }
}
