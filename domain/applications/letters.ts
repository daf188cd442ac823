import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import type { applications } from '@/db/schema/applications'
import { memberships, users } from '@/db/schema/people'
import { env } from '@/env'
import type { Letter } from '@/lib/mail'
import { formatInstant } from '@/lib/time/format-instant'

type Application = Pick<typeof applications.$inferSelect, 'id' | 'reference' | 'organisationId'>

/** The receipt of a submission, to every owner of the applicant (R5.3). */
export async function receiptLetters(
  db: Reader,
  receipt: {
    application: Application
    version: { id: string; number: number; contentHash: string }
    label: string
    receivedAt: Date
  },
): Promise<Letter[]> {
  const { application, version, label, receivedAt } = receipt
  const owners = await ownersOf(db, application.organisationId)
  return owners.map((owner) => ({
    to: owner.email,
    subject: `Received: your application for ${label}.org, ${application.reference}`,
    template: 'application-receipt',
    effect: `receipt:${version.id}:${owner.email}`,
    text: `Dear ${owner.name},

We received your application for ${label}.org.

Reference: ${application.reference}
Version: ${version.number}
Received: ${formatInstant(receivedAt, 'UTC', { seconds: true })}
SHA-256 of the content: ${version.contentHash}

You can replace or withdraw it until applications close. Then reviewers read the plan, without your name.

${env.PORTAL_URL}/portal/applications/${application.id}/receipt`,
  }))
}

/** Tells the owners that an application was withdrawn. */
export async function withdrawnLetters(
  db: Reader,
  application: Application,
  label: string,
  at: Date,
): Promise<Letter[]> {
  const owners = await ownersOf(db, application.organisationId)
  return owners.map((owner) => ({
    to: owner.email,
    subject: `Withdrawn: your application for ${label}.org, ${application.reference}`,
    template: 'application-withdrawn',
    text: `Dear ${owner.name},

Your application for ${label}.org, ${application.reference}, was withdrawn on ${formatInstant(at, 'UTC')}. Its history is kept.

${env.PORTAL_URL}/portal/applications/${application.id}`,
  }))
}

/** Who receives the letters of an applicant: its owners. */
export async function ownersOf(db: Reader, organisationId: string) {
  return db
    .select({ email: users.email, name: users.name })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(memberships.organisationId, organisationId),
        eq(memberships.role, 'owner'),
        isNull(memberships.endedAt),
      ),
    )
}

/** The same for several applicants at once, by their ids. */
export async function ownersOfEach(db: Reader, organisationIds: readonly string[]) {
  const rows = await db
    .select({ organisationId: memberships.organisationId, email: users.email })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        inArray(memberships.organisationId, [...new Set(organisationIds)]),
        eq(memberships.role, 'owner'),
        isNull(memberships.endedAt),
      ),
    )
  return Map.groupBy(rows, ({ organisationId }) => organisationId)
}
