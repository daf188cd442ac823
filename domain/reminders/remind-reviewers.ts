import { z } from 'zod'
import { Id } from '@/domain/reviews/input'
import { lockRound, type Round } from '@/domain/rounds/lock-round'
import { roundName } from '@/domain/rounds/round-name'
import { env } from '@/env'
import { refuse } from '@/lib/errors'
import type { Letter } from '@/lib/mail'
import { operation } from '@/lib/operation'
import { formatInstant } from '@/lib/time/format-instant'
import { dueReminders, type Reminder, stageOf } from './due-reminders'

/**
 * Reminds the reviewers of a round whose plans wait for them: two business days before reviews are due, and once they
 * are late; never twice. The letters name neither plans nor applicants (R6.2). Refuses: thing.not-found, reminder.none.
 */
export const remindReviewers = operation('review.remind', {
  input: z.strictObject({ roundId: Id }),
  subject: (tx, { roundId }) => lockRound(tx, roundId),
  async run({ tx, at, subject: round }) {
    const due = await dueReminders(tx, round, at)
    const stage = stageOf(round, at)
    if (due.length === 0 || !stage) throw refuse('reminder.none')
    return {
      result: { reminded: due.length },
      audit: { object: round.id, facts: { stage, reminded: due.length } },
      letters: due.map((reminder) => letterTo(reminder, round, stage === 'late')),
    }
  },
})

function letterTo({ name, email, waiting, effect }: Reminder, round: Round, late: boolean): Letter {
  const plans = waiting === 1 ? '1 branding plan' : `${waiting} branding plans`
  const due = formatInstant(round.reviewDueAt, round.zone)
  return {
    to: email,
    subject: `${late ? 'Late' : 'Due soon'}: your reviews of ${roundName(round)}`,
    template: 'review-reminder',
    effect,
    text: `Dear ${name},

${plans} of ${roundName(round)} ${waiting === 1 ? 'waits' : 'wait'} for your review. Reviews ${late ? 'were' : 'are'} due ${due}.

${late ? 'A late review still counts until the panel decides. If you cannot write it, tell the chair, who gives the plan to somebody else.' : 'If you cannot write them in time, tell the chair now.'}

${env.PORTAL_URL}/review`,
  }
}
