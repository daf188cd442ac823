import { roundName } from '@/domain/rounds/round-name'
import { env } from '@/env'
import type { Letter } from '@/lib/mail'
import { formatInstant } from '@/lib/time/format-instant'

type RoundOfLetter = { id: string; number: number; name: string; zone: string; reviewDueAt: Date }

/** Tells the chairs that a reviewer gave a plan back, and why. */
export function declinedLetters(
  chairs: readonly { name: string; email: string }[],
  {
    id,
    reviewer,
    reason,
    label,
    round,
  }: { id: string; reviewer: string; reason: string; label: string; round: RoundOfLetter },
): Letter[] {
  return chairs.map(({ name, email }) => ({
    to: email,
    subject: `${reviewer} gave a plan back: ${label}.org`,
    template: 'review-declined',
    effect: `declined:${id}:${email}`,
    text: `Dear ${name},

${reviewer} does not review the plan for ${label}.org in ${roundName(round)}. The reason:

${reason}

The plan needs another reviewer before ${formatInstant(round.reviewDueAt, round.zone)}. A computed assignment finds one.

${env.PORTAL_URL}/admin/rounds/${round.id}/reviews/assignment`,
  }))
}

/** Tells a reviewer that plans were taken back. It names none of them: some may not be declared on yet (R6.2). */
export function takenBackLetter(
  { name, email }: { name: string; email: string },
  count: number,
  { assignmentId, round }: { assignmentId: string; round: RoundOfLetter },
): Letter {
  return {
    to: email,
    subject: `You need not review ${count === 1 ? 'a plan' : `${count} plans`} any more: ${roundName(round)}`,
    template: 'review-taken-back',
    effect: `taken-back:${assignmentId}`,
    text: `Dear ${name},

${count === 1 ? 'A branding plan' : `${count} branding plans`} of ${roundName(round)} that you had not submitted ${count === 1 ? 'goes' : 'go'} to somebody else. What you wrote is kept and counts for nothing. Reviews you submitted stand.

${env.PORTAL_URL}/review`,
  }
}

/** Tells a reviewer that a plan waits. It names neither the plan nor the applicant: nothing is declared yet (R6.2). */
export function assignedLetter(
  reviewer: { name: string; email: string },
  assignmentId: string,
  round: { number: number; name: string; zone: string; reviewDueAt: Date },
): Letter {
  return {
    to: reviewer.email,
    subject: `A plan waits for your review: ${roundName(round)}`,
    template: 'review-assigned',
    effect: `assigned:${assignmentId}`,
    text: `Dear ${reviewer.name},

A branding plan of ${roundName(round)} was assigned to you. Reviews are due ${formatInstant(round.reviewDueAt, round.zone)}.

You are asked first whether you have a conflict of interest.

${env.PORTAL_URL}/review`,
  }
}
