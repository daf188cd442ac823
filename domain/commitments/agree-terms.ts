import { z } from 'zod'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { Id } from './input'
import { changedLetters } from './letters'
import { lockBuildOut } from './lock-build-out'
import { requireProposed, settleTerms } from './settle-terms'

/**
 * The owner agrees to the commitments as shown: an edit meanwhile voids the agreement (R12.1).
 * Refuses: thing.not-found, build-out.ended, build-out.settled, thing.changed.
 */
export const agreeTerms = operation('build-out.agree', {
  input: z.strictObject({
    awardId: Id,
    version: z.coerce.number().int(),
    agreed: z.literal('on', { error: 'Confirm that you agree.' }),
  }),
  subject: (tx, { awardId }, actor) => lockBuildOut(tx, awardId, actor, ['owner']),
  check({ input, subject }) {
    requireProposed(subject)
    if (input.version !== subject.buildOut.version) throw refuse('thing.changed')
  },
  async run({ tx, actor, at, subject: { award, buildOut } }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    await settleTerms(tx, buildOut, { terms: 'agreed', by: actor.userId, at })
    return {
      result: { awardId: award.id },
      audit: { object: award.id, facts: { version: buildOut.version } },
      letters: await changedLetters(tx, award, { what: 'The commitments are agreed' }),
    }
  },
})
