import { z } from 'zod'
import { appeals } from '@/db/schema/build-out'
import { Id } from '@/domain/commitments/input'
import { requireRunning } from '@/domain/commitments/lock-build-out'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { formatInstant } from '@/lib/time/format-instant'
import { lockRemedy } from './lock-remedy'

/**
 * The owner appeals against a rung, once, within 10 business days (R12.2). Until it is decided no further rung is taken
 * and no revocation takes effect. Refuses: thing.not-found, build-out.ended, appeal.made, appeal.not-standing,
 * appeal.closed.
 */
export const appealRemedy = operation('appeal.make', {
  input: z.strictObject({
    remedyId: Id,
    grounds: z
      .string()
      .trim()
      .min(20, 'Say in at least 20 characters why the step is wrong.')
      .max(4000, 'Use at most 4,000 characters.'),
  }),
  subject: (tx, { remedyId }, actor) => lockRemedy(tx, remedyId, actor, ['owner']),
  check({ receivedAt, subject }) {
    requireRunning(subject)
    const { appeal, stands, remedy, buildOut } = subject
    if (appeal) throw refuse('appeal.made')
    if (!stands) throw refuse('appeal.not-standing')
    if (receivedAt >= remedy.appealBy)
      throw refuse('appeal.closed', { at: formatInstant(remedy.appealBy, buildOut.zone) })
  },
  async run({ tx, actor, at, input: { remedyId, grounds }, subject: { award } }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    await tx.insert(appeals).values({ remedyId, grounds, madeBy: actor.userId, madeAt: at })
    return { result: { awardId: award.id }, audit: { object: award.id, facts: { remedyId } } }
  },
})
