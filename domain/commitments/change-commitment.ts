import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { buildOuts } from '@/db/schema/build-out'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { endOfDay } from '@/lib/time/end-of-day'
import { Day, Id, Milestone, Proof, ProofKinds, Reason, Remedy, WeightBp } from './input'
import { changedLetters } from './letters'
import { lockCommitment } from './lock-build-out'
import { reviseCommitment } from './revise-commitment'
import { requireProposed } from './settle-terms'

/**
 * An officer proposes a clearer wording before the terms are settled; the plan’s own stays on record (R12.1).
 * Refuses: thing.not-found, build-out.ended, build-out.settled.
 */
export const changeCommitment = operation('commitment.change', {
  input: z.strictObject({
    commitmentId: Id,
    milestone: Milestone,
    proof: Proof,
    proofKinds: ProofKinds,
    dueOn: Day,
    weightBp: WeightBp,
    remedy: Remedy,
    reason: Reason,
  }),
  subject: (tx, { commitmentId }, actor) => lockCommitment(tx, commitmentId, actor),
  check: ({ subject }) => requireProposed(subject),
  async run({ tx, actor, at, input, subject: { commitment, award, buildOut } }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    const { commitmentId: _, reason, ...typed } = input
    const terms = { ...typed, dueAt: endOfDay(input.dueOn, buildOut.zone) }
    const by = actor.userId
    const revised = await reviseCommitment(tx, commitment, terms, { origin: 'edit', reason, by, at })
    await tx
      .update(buildOuts)
      .set({ version: sql`${buildOuts.version} + 1` })
      .where(eq(buildOuts.awardId, award.id))
    return {
      result: { awardId: award.id },
      audit: { object: award.id, facts: { commitment: commitment.number, revision: revised.revision } },
      letters: await changedLetters(tx, award, {
        what: 'Another wording is proposed',
        commitment: revised,
        reason,
      }),
    }
  },
})
