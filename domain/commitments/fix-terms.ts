import { and, asc, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { commitmentRevisions } from '@/db/schema/build-out'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { formatCalendarDay, formatInstant } from '@/lib/time/format-instant'
import { Id, Reason } from './input'
import { changedLetters } from './letters'
import { type Commitment, lockBuildOut } from './lock-build-out'
import { reviseCommitment, type Terms, termsOf } from './revise-commitment'
import { requireProposed, settleTerms } from './settle-terms'

/**
 * Two officers fix the commitments as they stand in the plan, when the owner did not agree in time (R12.1): what was
 * proposed since is undone. Refuses: thing.not-found, build-out.ended, build-out.settled, build-out.not-yet.
 */
export const fixTerms = operation('build-out.fix', {
  input: z.strictObject({ awardId: Id, reason: Reason }),
  subject: (tx, { awardId }, actor) => lockBuildOut(tx, awardId, actor),
  check({ at, subject: { award, buildOut } }) {
    requireProposed({ award, buildOut })
    if (at < buildOut.agreeBy)
      throw refuse('build-out.not-yet', { at: formatInstant(buildOut.agreeBy, buildOut.zone) })
  },
  secondPerson: async ({ reason }, { award, buildOut, commitments }, tx) => ({
    object: award.id,
    summary: `Fix the commitments for ${award.label}.org as they stand in the plan.`,
    typed: `fix ${award.label}`,
    changes: (await withPlanTerms(tx, commitments)).map(({ commitment, planned }) => ({
      what: `Commitment ${commitment.number}`,
      before: describe(commitment),
      after: describe(planned),
    })),
    reason,
    fingerprint: { version: buildOut.version, terms: buildOut.terms },
  }),
  async run({ tx, actor, at, input: { reason }, subject: { award, buildOut, commitments } }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    const by = actor.userId
    for (const { commitment, planned } of await withPlanTerms(tx, commitments))
      if (commitment.revision > 1)
        await reviseCommitment(tx, commitment, planned, { origin: 'fixed', reason, by, at })
    await settleTerms(tx, buildOut, { terms: 'fixed', by, at })
    return {
      result: { awardId: award.id },
      audit: { object: award.id, facts: { version: buildOut.version } },
      letters: await changedLetters(tx, award, {
        what: 'The commitments are fixed as in your plan',
        reason,
      }),
    }
  },
})

async function withPlanTerms(
  tx: Tx,
  commitments: readonly Commitment[],
): Promise<{ commitment: Commitment; planned: Terms }[]> {
  const ids = commitments.map(({ id }) => id)
  const firsts = await tx
    .select()
    .from(commitmentRevisions)
    .where(and(inArray(commitmentRevisions.commitmentId, ids), eq(commitmentRevisions.number, 1)))
    .orderBy(asc(commitmentRevisions.commitmentId))
  return commitments.map((commitment) => ({
    commitment,
    planned: termsOf(firsts.find(({ commitmentId }) => commitmentId === commitment.id) ?? commitment),
  }))
}

const describe = ({ milestone, dueOn, proof }: Terms) =>
  `${milestone}, by ${formatCalendarDay(dueOn)}; ${proof}`
