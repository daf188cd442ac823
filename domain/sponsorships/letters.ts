import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { memberships, organisations, users } from '@/db/schema/people'
import { env } from '@/env'
import type { Letter } from '@/lib/mail'
import { formatInstant } from '@/lib/time/format-instant'

/** The letter that asks a registrar to sponsor an applicant. */
export async function requestLetter(
  db: Reader,
  asked: {
    to: string
    token: string
    label: string
    registrar: string
    organisationId: string
    reference: string
    expiresAt: Date
    closesAt: Date
  },
): Promise<Letter> {
  const [organisation] = await db
    .select()
    .from(organisations)
    .where(eq(organisations.id, asked.organisationId))
  return {
    to: asked.to,
    subject: `Will ${asked.registrar} sponsor an application for ${asked.label}.org?`,
    template: 'sponsorship-request',
    text: `To ${asked.registrar},

${organisation?.legalName} applies for ${asked.label}.org (${asked.reference}) and names you as its sponsoring registrar. If the name is allocated, it is created through you.

See what is asked, and answer:
${env.PORTAL_URL}/registrar/sponsorship/${asked.token}

The link answers once, until ${formatInstant(asked.expiresAt, 'UTC')}. Applications close ${formatInstant(asked.closesAt, 'UTC')}.`,
  }
}

/** Tells the owners and editors of the applicant what the registrar answered. */
export async function answerLetters(
  db: Reader,
  answered: {
    sponsorshipId: string
    applicationId: string
    organisationId: string
    label: string
    registrar: string
    confirmed: boolean
    reason: string
    /** After the award: which one. */
    awardId: string | undefined
  },
): Promise<Letter[]> {
  const people = await db
    .selectDistinct({ email: users.email, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.organisationId, answered.organisationId),
        isNull(memberships.endedAt),
        inArray(memberships.role, ['owner', 'editor']),
      ),
    )
  const verb = answered.confirmed ? 'sponsors' : 'does not sponsor'
  const { awardId } = answered
  const next = answered.confirmed
    ? awardId
      ? 'It creates the name for you.'
      : 'That task is completed.'
    : `Their reason: ${answered.reason || 'none given'}\n\nYou can name another registrar${awardId ? '.' : ' until applications close.'}`
  return people.map((person) => ({
    to: person.email,
    subject: `${answered.registrar} ${verb} your application for ${answered.label}.org`,
    template: 'sponsorship-answer',
    effect: `sponsorship-answer:${answered.sponsorshipId}:${person.email}`,
    text: `Dear ${person.name},

${answered.registrar} ${verb} your application for ${answered.label}.org. ${next}

${env.PORTAL_URL}/portal/${awardId ? `awards/${awardId}/registrar` : `applications/${answered.applicationId}`}`,
  }))
}
