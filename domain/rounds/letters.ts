import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { applications } from '@/db/schema/applications'
import { memberships, users } from '@/db/schema/people'
import { phases } from '@/db/schema/rounds'
import { env } from '@/env'
import type { Letter } from '@/lib/mail'
import type { Round } from './lock-round'
import { roundSlug } from './round-address'

/**
 * What an announcement about the course of a round says, as a letter to every owner and bidder of an organisation with
 * a draft or a submitted application in it: not everybody looks at the portal on the day.
 * @param what the news in three words, such as `is suspended`
 */
export async function courseLetters(tx: Tx, round: Round, what: string, text: string): Promise<Letter[]> {
  const [phase] = await tx.select({ number: phases.number }).from(phases).where(eq(phases.id, round.phaseId))
  const recipients = await tx
    .selectDistinct({ email: users.email, name: users.name })
    .from(applications)
    .innerJoin(memberships, eq(memberships.organisationId, applications.organisationId))
    .innerJoin(users, eq(users.id, memberships.userId))
    .where(
      and(
        eq(applications.roundId, round.id),
        inArray(applications.state, ['draft', 'submitted']),
        inArray(memberships.role, ['owner', 'bidder']),
        isNull(memberships.endedAt),
        eq(users.status, 'active'),
      ),
    )
  const slug = roundSlug({ phase: phase!.number, number: round.number })
  return recipients.map(({ email, name }) => ({
    to: email,
    subject: `Round ${round.number}, ${round.name}: it ${what}`,
    template: 'round-course',
    text: `Dear ${name},

${text}

Dates and rules: ${new URL(`/rounds/${slug}`, env.PORTAL_URL)}`,
  }))
}
