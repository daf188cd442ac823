import { z } from 'zod'
import { Id, Reason } from '@/domain/commitments/input'
import { commitmentStateWords } from '@/domain/commitments/lifecycle'
import { lockCommitment } from '@/domain/commitments/lock-build-out'
import { rungWords } from '@/domain/commitments/rules'
import { operation } from '@/lib/operation'
import { requireRung } from './require-rung'
import { takeRung } from './take-rung'

/**
 * The rungs that two officers take (R12.2, R16.3): a transfer lock at once; a revocation, which takes effect when its
 * appeal period is over. Refuses: thing.not-found, build-out.not-settled, build-out.ended, commitment.wrong-state,
 * remedy.*.
 */
export const imposeGraveRemedy = operation('remedy.impose-grave', {
  input: z.strictObject({
    commitmentId: Id,
    rung: z.enum(['transfer-lock', 'revocation'], { error: 'Choose the step.' }),
    reason: Reason,
  }),
  subject: (tx, { commitmentId }, actor) => lockCommitment(tx, commitmentId, actor),
  check: (context) => requireRung(context.tx, context.subject, context.input.rung, context.at),
  secondPerson: ({ rung, reason }, { award, commitment }) => ({
    object: award.id,
    summary:
      rung === 'revocation'
        ? `Revoke ${award.label}.org and return it to the pool, unless an appeal is upheld.`
        : `Lock ${award.label}.org against transfer.`,
    typed: `${rung === 'revocation' ? 'revoke' : 'lock'} ${award.label}`,
    changes: [
      {
        what: `Commitment ${commitment.number}, “${commitment.milestone}”`,
        before: commitmentStateWords[commitment.state],
        after: rungWords[rung],
      },
    ],
    reason,
    fingerprint: { state: commitment.state, rung: commitment.rung, revision: commitment.revision },
  }),
  run: ({ tx, actor, approver, at, input, subject }) =>
    takeRung(tx, subject, { ...input, conditions: '' }, { actor, approver, at }),
})
