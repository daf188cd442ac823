import { and, eq, inArray, ne } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { applications } from '@/db/schema/applications'
import { awards } from '@/db/schema/awards'
import { decisions } from '@/db/schema/reviews'
import { lots, rounds } from '@/db/schema/rounds'
import { waitingRequests } from '@/domain/approvals/queries'
import { readClarifications } from '@/domain/clarifications/read-clarifications'
import { ownQueue } from '@/domain/reviews/queries'
import { roundStatus } from '@/domain/rounds/write-calendar'
import type { Person } from '@/lib/access/actor'
import type { CalendarEntry } from '@/lib/icalendar'

/** An entry before the portal's address is put in. */
export type Deadline = Omit<CalendarEntry, 'uid' | 'url' | 'detail'> & { key: string; path: string }

/**
 * What this person has to do by when, and nothing of anybody else: applications and their questions, deposits and bidding,
 * awards, reviews, and requests that wait for a second person. What is done is no longer in it. Plans under review and
 * requests are counted, not named: a calendar is kept by others.
 */
export async function ownDeadlines(db: Reader, person: Person): Promise<Deadline[]> {
  const found = [
    await ofApplications(db, person),
    await ofAwards(db, person),
    await ofReviews(db, person),
    await ofRequests(db, person),
  ]
  return found.flat().sort((a, b) => a.at.getTime() - b.at.getTime())
}

async function ofApplications(db: Reader, person: Person): Promise<Deadline[]> {
  const organisationIds = organisationsOf(person)
  if (organisationIds.length === 0) return []
  const rows = await db
    .select({ application: applications, round: rounds, label: lots.label, decision: decisions })
    .from(applications)
    .innerJoin(rounds, eq(rounds.id, applications.roundId))
    .innerJoin(lots, eq(lots.id, applications.lotId))
    .leftJoin(decisions, eq(decisions.applicationId, applications.id))
    .where(
      and(
        inArray(applications.organisationId, organisationIds),
        inArray(applications.state, ['draft', 'submitted']),
        ne(rounds.state, 'final'),
        eq(rounds.practice, false),
      ),
    )
  const all: Deadline[] = []
  for (const { application, round, label, decision } of rows) {
    const path = `/portal/applications/${application.id}`
    const ofRound = {
      sequence: round.version,
      stamp: round.stateSince,
      status: roundStatus(round.state),
      path,
    }
    const add = (key: string, title: string, at: Date, until?: Date) =>
      all.push({ ...ofRound, key: `${key}.${application.id}`, title, at, ...(until && { until }) })
    if (application.state === 'draft')
      add('submit', `Submit the application for ${label}.org`, round.applicationsCloseAt)
    else all.push(...(await ofQuestions(db, application.id, label)))
    if (application.state === 'submitted' && decision?.releasedAt && decision.outcome === 'qualified') {
      add('deposit', `Deposit due for ${label}.org`, round.depositDueAt)
      add('bidding', `Bidding on ${label}.org`, round.biddingOpensAt, round.biddingClosesAt)
    }
  }
  return all
}

async function ofQuestions(db: Reader, applicationId: string, label: string): Promise<Deadline[]> {
  const open = (await readClarifications(db, applicationId)).filter(({ answeredAt }) => answeredAt === null)
  return open.map(({ id, askedAt, dueAt }) => ({
    key: `clarification.${id}`,
    sequence: minutesBetween(askedAt, dueAt),
    stamp: askedAt,
    at: dueAt,
    title: `Answer the question about ${label}.org`,
    path: `/portal/applications/${applicationId}/clarifications`,
  }))
}

async function ofAwards(db: Reader, person: Person): Promise<Deadline[]> {
  const organisationIds = organisationsOf(person)
  if (organisationIds.length === 0) return []
  const rows = await db
    .select()
    .from(awards)
    .where(
      and(inArray(awards.organisationId, organisationIds), inArray(awards.state, ['offered', 'accepted'])),
    )
  return rows.map((award) => {
    const at = award.state === 'offered' ? award.acceptBy : award.payBy
    return {
      key: `${award.state === 'offered' ? 'accept' : 'pay'}.${award.id}`,
      sequence: minutesBetween(award.offeredAt, at),
      stamp: award.stateSince,
      at,
      title: `${award.state === 'offered' ? 'Accept' : 'Pay for'} ${award.label}.org`,
      path: `/portal/awards/${award.id}`,
    }
  })
}

async function ofReviews(db: Reader, person: Person): Promise<Deadline[]> {
  const items = (await ownQueue(person, undefined, db))?.items ?? []
  const open = items.filter(({ submittedAt }) => submittedAt === null)
  const roundIds = [...new Set(open.map(({ roundId }) => roundId))]
  if (roundIds.length === 0) return []
  const found = await db.select().from(rounds).where(inArray(rounds.id, roundIds))
  return found.map((round) => {
    const waiting = open.filter(({ roundId }) => roundId === round.id).length
    return {
      key: `reviews.${round.id}`,
      sequence: round.version,
      stamp: round.stateSince,
      at: round.reviewDueAt,
      title: `Reviews due: ${waiting} ${waiting === 1 ? 'plan' : 'plans'}`,
      path: '/review',
      status: roundStatus(round.state),
    }
  })
}

async function ofRequests(db: Reader, person: Person): Promise<Deadline[]> {
  const waiting = (await waitingRequests(person, undefined, db)) ?? []
  return waiting
    .filter(({ part }) => part === 'second')
    .map(({ id, requestedAt, expiresAt }) => ({
      key: `approval.${id}`,
      sequence: 0,
      stamp: requestedAt,
      at: expiresAt,
      title: 'A request for a second person expires',
      path: `/admin/approvals/${id}`,
    }))
}

function organisationsOf({ memberships }: Person): string[] {
  return [...new Set(memberships.map(({ organisationId }) => organisationId))]
}

/** Grows whenever a deadline is put later, which is the only way these move. */
function minutesBetween(from: Date, to: Date): number {
  return Math.max(0, Math.floor((to.getTime() - from.getTime()) / 60_000))
}
