import { z } from 'zod'
import { Id, Reason } from '@/domain/commitments/input'
import { lockCommitment } from '@/domain/commitments/lock-build-out'
import { operation } from '@/lib/operation'
import { requireRung } from './require-rung'
import { takeRung } from './take-rung'

/**
 * The rungs that one officer takes: a cure notice of 30 days, and conditions added to the commitment (R12.2).
 * Refuses: thing.not-found, build-out.not-settled, build-out.ended, commitment.wrong-state, remedy.*.
 */
export const imposeRemedy = operation('remedy.impose', {
  input: z
    .strictObject({
      commitmentId: Id,
      rung: z.enum(['cure-notice', 'added-conditions'], { error: 'Choose the step.' }),
      reason: Reason,
      conditions: z.string().trim().max(2000, 'Use at most 2,000 characters.').default(''),
    })
    .refine(({ rung, conditions }) => rung === 'cure-notice' || conditions.length >= 10, {
      path: ['conditions'],
      error: 'Say in at least 10 characters what the registrant has to do.',
    }),
  subject: (tx, { commitmentId }, actor) => lockCommitment(tx, commitmentId, actor),
  check: (context) => requireRung(context.tx, context.subject, context.input.rung, context.at),
  run: ({ tx, actor, at, input, subject }) => takeRung(tx, subject, input, { actor, at }),
})
