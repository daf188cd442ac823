import { z } from 'zod'
import { requireFreshFactor } from '@/lib/access/require-permission'
import { refuse } from '@/lib/errors'
import { topics } from '@/lib/live'
import { operation } from '@/lib/operation'
import { endAward } from './end-award'
import { endLetters } from './end-letters'
import { lockOwnAward, requireAnswerable } from './own-award'

/**
 * An owner declines the award of its organisation. For the winner that is a default; the next in order may say no at no
 * cost (R10.3). Refuses: thing.not-found, award.wrong-state, award.too-late,
 * award.not-confirmed, access.confirm-again.
 */
export const declineAward = operation('award.decline', {
  input: z.strictObject({ awardId: z.string().min(1).max(60), confirmed: z.boolean() }),
  subject: (tx, { awardId }, actor) => lockOwnAward(tx, awardId, actor),
  check({ actor, at, input: { confirmed }, subject: award }) {
    requireAnswerable(award, at)
    requireFreshFactor(actor)
    if (!confirmed)
      throw refuse('award.not-confirmed', {}, { confirmed: 'Confirm that you have read what follows.' })
  },
  async run({ tx, at, subject: award }) {
    const ended = await endAward(tx, { award, ending: 'declined', at })
    return {
      result: { awardId: award.id },
      audit: {
        object: award.id,
        facts: {
          label: award.label,
          reason: ended.reason,
          forfeitedMinor: ended.forfeitedMinor.toString(),
        },
      },
      letters: await endLetters(tx, award, ended),
      announce: [topics.round(award.roundId)],
    }
  },
})
