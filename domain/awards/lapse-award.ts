import { z } from 'zod'
import { refuse } from '@/lib/errors'
import { topics } from '@/lib/live'
import { operation } from '@/lib/operation'
import { overdue } from './deadlines'
import { endAward } from './end-award'
import { endLetters } from './end-letters'
import { lockAward } from './lock-award'

/**
 * Ends an award whose deadline has passed, as the system: not accepted, or not paid (R10.3). Safe to run twice.
 * Refuses: thing.not-found, award.not-due.
 */
export const lapseAward = operation('award.lapse', {
  input: z.strictObject({ awardId: z.string().min(1).max(60) }),
  subject: (tx, { awardId }) => lockAward(tx, awardId),
  check({ at, subject: award }) {
    if (!overdue(award, at)) throw refuse('award.not-due')
  },
  async run({ tx, at, subject: award }) {
    const ended = await endAward(tx, { award, ending: overdue(award, at)!, at })
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
