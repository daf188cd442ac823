import { and, eq, inArray, isNull, notInArray } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import type { applications } from '@/db/schema/applications'
import { roles, users } from '@/db/schema/people'
import type { decisions } from '@/db/schema/reviews'
import { ownersOf } from '@/domain/applications/letters'
import { hasNoConflictWith } from '@/domain/reviews/read-chairs'
import type { Round } from '@/domain/rounds/lock-round'
import { env } from '@/env'
import type { Letter } from '@/lib/mail'
import { formatInstant } from '@/lib/time/format-instant'
import { type Reconsidered, reconsideredWords } from './rules'

type Application = Pick<typeof applications.$inferSelect, 'id' | 'reference' | 'organisationId' | 'roundId'>

/** To the owners that the request has arrived, and to whoever may decide on it that it waits. */
export async function requestedLetters(
  db: Reader,
  application: Application,
  label: string,
  decision: Pick<typeof decisions.$inferSelect, 'proposedBy' | 'approvedBy'>,
): Promise<Letter[]> {
  const about = `${label}.org, ${application.reference}`
  const letter = (to: { email: string; name: string }, subject: string, text: string, path: string) => ({
    to: to.email,
    subject,
    template: 'reconsideration-requested',
    effect: `reconsideration-requested:${application.id}:${to.email}`,
    text: `Dear ${to.name},\n\n${text}\n\n${env.PORTAL_URL}${path}`,
  })
  const owners = await ownersOf(db, application.organisationId)
  const deciders = await mayDecide(db, application.id, [decision.proposedBy, decision.approvedBy])
  return [
    ...owners.map((owner) =>
      letter(
        owner,
        `Received: your request for a reconsideration, ${about}`,
        `We received your request for a reconsideration of the decision on ${label}.org. Two people who did not decide before will decide. You get a letter with their reason.`,
        `/portal/applications/${application.id}`,
      ),
    ),
    ...deciders.map((officer) =>
      letter(
        officer,
        `To be decided: a reconsideration, ${application.reference}`,
        `The applicant asks that the decision on ${application.reference} be made again. Two people who did not decide on it before, did not review it and have no conflict of interest can do so.`,
        `/admin/rounds/${application.roundId}/reviews/${application.id}`,
      ),
    ),
  ]
}

/** To the owners: what it came to, and why (R6.7). */
export async function decidedLetters(
  db: Reader,
  told: { application: Application; label: string; round: Round; outcome: Reconsidered; reason: string },
): Promise<Letter[]> {
  const { application, label, round, outcome, reason } = told
  const owners = await ownersOf(db, application.organisationId)
  return owners.map((owner) => ({
    to: owner.email,
    subject: `${reconsideredWords[outcome]}: reconsideration of ${label}.org, ${application.reference}`,
    template: 'reconsideration-decided',
    effect: `reconsideration-decided:${application.id}:${owner.email}`,
    text: [
      `Dear ${owner.name},`,
      `Two people who had not decided on your application for ${label}.org before have decided again. ${reconsideredWords[outcome]}.`,
      reason,
      outcome === 'qualified'
        ? `You may bid for the name. Deposits are due ${formatInstant(round.depositDueAt, round.zone)}; bidding opens ${formatInstant(round.biddingOpensAt, round.zone)}.`
        : 'This was the one reconsideration that the rules provide for.',
      `${env.PORTAL_URL}/portal/applications/${application.id}`,
    ].join('\n\n'),
  }))
}

/** Officers and chairs, without those who took part in the first decision or have a conflict (R6.2). */
function mayDecide(db: Reader, applicationId: string, without: string[]) {
  return db
    .selectDistinct({ email: users.email, name: users.name })
    .from(roles)
    .innerJoin(users, eq(users.id, roles.userId))
    .where(
      and(
        inArray(roles.role, ['programme-officer', 'panel-chair']),
        isNull(roles.revokedAt),
        eq(users.status, 'active'),
        notInArray(users.id, without),
        hasNoConflictWith(db, applicationId),
      ),
    )
}
