import { z } from 'zod'
import type { Tx } from '@/db/client'
import { consensusScores } from '@/db/schema/reviews'
import type { Actor } from '@/lib/access/actor'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { Id, Reason } from './input'
import { lockApplication, requireUnderReview } from './lock-application'
import { readPanel } from './read-panel'

/**
 * Records what the discussion of a disagreement came to: a value agreed on, or that the scores stand (null). The
 * reviewers' own scores stay (R6.6). All reviews of the plan must be in: before that they are independent (R6.4).
 * Refuses: thing.not-found, round.wrong-state, application.wrong-state, review.closed, review.outstanding,
 * consensus.not-needed.
 */
export const recordConsensus = operation('review.record-consensus', {
  input: z.strictObject({
    applicationId: Id,
    criterion: z.string().max(40),
    value: z
      .number({ error: 'Choose the value you agreed on, or that the scores stand.' })
      .int('Choose a whole value from 0 to 5.')
      .min(0, 'Choose a value from 0 to 5.')
      .max(5, 'Choose a value from 0 to 5.')
      .nullable(),
    reason: Reason,
  }),
  subject: (tx, { applicationId }, actor) => lockPanel(tx, applicationId, actor),
  check({ input, subject }) {
    requireUnderReview(subject)
    const { outstanding, raw } = subject.panel
    if (outstanding > 0) throw refuse('review.outstanding', { count: outstanding })
    if (!raw.disagreements.some(({ criterion }) => criterion === input.criterion))
      throw refuse('consensus.not-needed')
  },
  async run({ tx, actor, at, input }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    const consensusId = newId('con', at)
    await tx.insert(consensusScores).values({ id: consensusId, ...input, recordedBy: actor.userId, at })
    const { applicationId, criterion, value } = input
    return {
      result: { applicationId },
      audit: { object: applicationId, facts: { consensusId, criterion, value } },
    }
  },
})

async function lockPanel(tx: Tx, applicationId: string, actor: Actor) {
  const reviewed = await lockApplication(tx, applicationId, actor)
  if (!reviewed) return undefined
  const panels = await readPanel(tx, reviewed.round.settings, [applicationId])
  return { ...reviewed, panel: panels.get(applicationId)! }
}
