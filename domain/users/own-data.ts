import { and, desc, eq } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { applications, planVersions } from '@/db/schema/applications'
import { bidAttempts } from '@/db/schema/auctions'
import { clarificationAnswers } from '@/db/schema/clarifications'
import { invitations, memberships, organisations, roles, users } from '@/db/schema/people'
import { assignments, conflictDeclarations, reconsiderations } from '@/db/schema/reviews'
import { lots, questions } from '@/db/schema/rounds'
import { approvals, auditLog, files, mailOutbox } from '@/db/schema/system'
import { withoutTokens } from '@/domain/mail/without-tokens'
import { query } from '@/lib/query'
import { outgoingOf } from './own-outgoing'
import { reviewWorkOf } from './own-review-work'
import { signingInOf } from './own-signing-in'

/**
 * Everything the portal keeps about the person who asks, for them to take along. No secrets, nothing of others, and no
 * text that is the programme's or the organisation's: those are named by their ids. Bids as everywhere only behind the
 * second factor; those that an officer took by telephone are their bidder's.
 */
export const ownData = query('account.own', async ({ db, actor }) => {
  const { userId } = actor
  const [user] = await db.select().from(users).where(eq(users.id, userId))
  if (!user) return undefined
  const { id, email, name, pseudonym, timeZone, createdAt, emailVerifiedAt } = user
  return {
    account: {
      ...{ id, email, name, pseudonym, timeZone, createdAt, emailVerifiedAt },
      secondFactorSince: user.totpConfirmedAt,
      biddingHeldUntil: user.biddingHeldUntil,
    },
    ...(await signingInOf(db, userId)),
    roles: await db
      .select({
        role: roles.role,
        grantedAt: roles.grantedAt,
        revokedAt: roles.revokedAt,
        why: roles.revokeReason,
      })
      .from(roles)
      .where(eq(roles.userId, userId)),
    ...(await organisationsOf(db, userId, email)),
    ...(await writingsOf(db, userId)),
    bids: actor.assurance >= 2 ? await bidsOf(db, userId) : 'Sign in with your second factor to have them.',
    ...(await programmeWorkOf(db, userId)),
    ...(await reviewWorkOf(db, userId)),
    ...(await outgoingOf(db, userId)),
    letters: (await db.select().from(mailOutbox).where(eq(mailOutbox.to, email))).map((letter) => ({
      createdAt: letter.createdAt,
      sentAt: letter.sentAt,
      subject: letter.subject,
      text: withoutTokens(letter.text),
    })),
    log: await db
      .select({
        at: auditLog.at,
        operation: auditLog.kind,
        outcome: auditLog.outcome,
        object: auditLog.object,
      })
      .from(auditLog)
      .where(eq(auditLog.actor, pseudonym))
      .orderBy(desc(auditLog.id)),
  }
})

async function organisationsOf(db: Reader, userId: string, email: string) {
  const organisation = organisations.legalName
  const { role, startedAt, endedAt } = memberships
  return {
    memberships: await db
      .select({ organisation, role, startedAt, endedAt })
      .from(memberships)
      .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
      .where(eq(memberships.userId, userId)),
    invitations: await db
      .select({ organisation, role: invitations.role, createdAt: invitations.createdAt })
      .from(invitations)
      .innerJoin(organisations, eq(organisations.id, invitations.organisationId))
      .where(eq(invitations.email, email)),
  }
}

async function writingsOf(db: Reader, userId: string) {
  return {
    applicationsStarted: await db
      .select({ reference: applications.reference, createdAt: applications.createdAt })
      .from(applications)
      .where(eq(applications.createdBy, userId)),
    versionsSubmitted: await db
      .select({ id: planVersions.id, number: planVersions.number, submittedAt: planVersions.submittedAt })
      .from(planVersions)
      .where(eq(planVersions.submittedBy, userId)),
    questionsAsked: await db
      .select({ question: questions.question, askedAt: questions.askedAt })
      .from(questions)
      .where(eq(questions.askedBy, userId)),
    clarificationsAnswered: await db
      .select({ answer: clarificationAnswers.answer, answeredAt: clarificationAnswers.answeredAt })
      .from(clarificationAnswers)
      .where(eq(clarificationAnswers.answeredBy, userId)),
    reconsiderationsRequested: await db
      .select({ grounds: reconsiderations.grounds, requestedAt: reconsiderations.requestedAt })
      .from(reconsiderations)
      .where(eq(reconsiderations.requestedBy, userId)),
    filesUploaded: await db
      .select({ id: files.id, fileName: files.fileName, size: files.size, createdAt: files.createdAt })
      .from(files)
      .where(eq(files.uploadedBy, userId)),
  }
}

function bidsOf(db: Reader, userId: string) {
  const { form, maxMinor, round, receivedAt, decidedAt, code, receipt } = bidAttempts
  return db
    .select({ name: lots.label, form, maxMinor, round, receivedAt, decidedAt, code, receipt })
    .from(bidAttempts)
    .innerJoin(lots, eq(lots.id, bidAttempts.lotId))
    .where(and(eq(bidAttempts.placedBy, userId), eq(bidAttempts.byPhone, false)))
    .orderBy(bidAttempts.ordinal)
}

async function programmeWorkOf(db: Reader, userId: string) {
  const { applicationId, assignedAt, removedAt, declinedReason } = assignments
  const { operation, object, requestedAt, state, decidedAt } = approvals
  return {
    reviewsAssigned: await db
      .select({ applicationId, assignedAt, removedAt, declinedReason })
      .from(assignments)
      .where(eq(assignments.reviewerId, userId)),
    conflictsDeclared: await db
      .select()
      .from(conflictDeclarations)
      .where(eq(conflictDeclarations.reviewerId, userId)),
    requestsMade: await db
      .select({ operation, object, requestedAt, state })
      .from(approvals)
      .where(eq(approvals.requestedBy, userId)),
    requestsDecided: await db
      .select({ operation, object, state, decidedAt })
      .from(approvals)
      .where(eq(approvals.decidedBy, userId)),
  }
}
