import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import type { applications } from '@/db/schema/applications'
import type { clarifications } from '@/db/schema/clarifications'
import { users } from '@/db/schema/people'
import { assignments, conflictDeclarations, reviews } from '@/db/schema/reviews'
import type { rounds } from '@/db/schema/rounds'
import { ownersOf } from '@/domain/applications/letters'
import { roundName } from '@/domain/rounds/round-name'
import { env } from '@/env'
import type { Letter } from '@/lib/mail'
import { formatInstant } from '@/lib/time/format-instant'

type About = {
  application: typeof applications.$inferSelect
  round: typeof rounds.$inferSelect
  label: string
}

/** Tells the chairs that a reviewer would like something asked; neither the question nor who (R6.2, R6.4). */
export function suggestedLetters(
  chairs: readonly { name: string; email: string }[],
  { application, round, label, suggestionId }: About & { suggestionId: string },
): Letter[] {
  return chairs.map(({ email, name }) => ({
    to: email,
    subject: `A question is suggested about the plan for ${label}.org`,
    template: 'clarification-suggested',
    effect: `suggested:${suggestionId}:${email}`,
    text: `Dear ${name},

A reviewer would like the applicant for ${label}.org in ${roundName(round)} to be asked something. Send the question with a deadline, or decline it with a reason.

${env.PORTAL_URL}/admin/rounds/${round.id}/reviews/${application.id}#clarifications`,
  }))
}

/** The question, to every owner of the applicant. */
export async function askedLetters(
  db: Reader,
  {
    application,
    round,
    label,
    asked,
  }: About & { asked: Pick<typeof clarifications.$inferSelect, 'id' | 'question' | 'dueAt'> },
): Promise<Letter[]> {
  const owners = await ownersOf(db, application.organisationId)
  return owners.map(({ email, name }) => ({
    to: email,
    subject: `A question about your plan for ${label}.org, ${application.reference}`,
    template: 'clarification-asked',
    effect: `clarification:${asked.id}:${email}`,
    text: `Dear ${name},

The panel asks you about your plan for ${label}.org in ${roundName(round)}:

${asked.question}

Answer before ${formatInstant(asked.dueAt, round.zone)}. Your plan stays as you submitted it; the reviewers read your answer beside it.

${env.PORTAL_URL}/portal/applications/${application.id}/clarifications`,
  }))
}

/**
 * Tells that an answer came: who asked, and the reviewers who still have to submit and have no conflict (R6.2). The
 * letter says no word of it.
 */
export async function answeredLetters(
  db: Reader,
  { application, round, label, clarification }: About & { clarification: typeof clarifications.$inferSelect },
): Promise<Letter[]> {
  const letter = ({ email, name }: { email: string; name: string }, path: string): Letter => ({
    to: email,
    subject: `An answer about the plan for ${label}.org`,
    template: 'clarification-answered',
    effect: `clarification-answer:${clarification.id}:${email}`,
    text: `Dear ${name},

The applicant answered a question of the panel about its plan for ${label}.org in ${roundName(round)}. The answer stands below the plan.

${env.PORTAL_URL}${path}`,
  })
  const [asker] = await db
    .select({ email: users.email, name: users.name })
    .from(users)
    .leftJoin(
      conflictDeclarations,
      and(
        eq(conflictDeclarations.reviewerId, users.id),
        eq(conflictDeclarations.applicationId, application.id),
        eq(conflictDeclarations.state, 'declared'),
      ),
    )
    .where(and(eq(users.id, clarification.askedBy), isNull(conflictDeclarations.state)))
  const panel = `/admin/rounds/${round.id}/reviews/${application.id}`
  return [
    ...(asker ? [letter(asker, panel)] : []),
    ...(await readersOf(db, application.id)).map((reader) =>
      letter(reader, `/review/${reader.assignmentId}`),
    ),
  ]
}

/** Reviewers of a plan who opened it and have not submitted. */
async function readersOf(db: Reader, applicationId: string) {
  return db
    .select({ email: users.email, name: users.name, assignmentId: assignments.id })
    .from(assignments)
    .innerJoin(users, eq(users.id, assignments.reviewerId))
    .innerJoin(reviews, eq(reviews.assignmentId, assignments.id))
    .innerJoin(
      conflictDeclarations,
      and(
        eq(conflictDeclarations.reviewerId, assignments.reviewerId),
        eq(conflictDeclarations.applicationId, applicationId),
        eq(conflictDeclarations.state, 'none'),
      ),
    )
    .where(
      and(
        eq(assignments.applicationId, applicationId),
        isNull(assignments.removedAt),
        ne(reviews.state, 'submitted'),
      ),
    )
}
