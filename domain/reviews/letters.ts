import { roundName } from '@/domain/rounds/round-name'
import { env } from '@/env'
import type { Letter } from '@/lib/mail'
import { formatInstant } from '@/lib/time/format-instant'

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
