import { and, asc, eq, inArray, ne } from 'drizzle-orm'
import { database, type Reader } from '@/db/client'
import { awards } from '@/db/schema/awards'
import { buildOuts, type CommitmentState, commitments } from '@/db/schema/build-out'
import { type PublicStanding, publicStanding } from './public-standing'

export type PublicCommitment = {
  number: number
  milestone: string
  dueAt: Date
  standing: PublicStanding
  /** Since when it stands so. */
  since: Date
}
export type PublicBuildOut = { zone: string; settledAt: Date; commitments: PublicCommitment[] }

/**
 * What the public reads of the build-out of a name, from its settlement on: what was promised for when, and how it
 * stands. Reasons, evidence and appeals stay with the registrant and the programme (R17.1).
 */
export async function publicBuildOut(
  label: string,
  db: Reader = database(),
): Promise<PublicBuildOut | undefined> {
  const [found] = await db
    .select({ awardId: buildOuts.awardId, zone: buildOuts.zone, settledAt: buildOuts.settledAt })
    .from(buildOuts)
    .innerJoin(awards, eq(awards.id, buildOuts.awardId))
    .where(
      and(
        eq(awards.label, label),
        inArray(awards.state, ['accepted', 'paid', 'allocated']),
        ne(buildOuts.terms, 'proposed'),
      ),
    )
  if (!found?.settledAt) return undefined
  const rows = await db
    .select()
    .from(commitments)
    .where(eq(commitments.awardId, found.awardId))
    .orderBy(asc(commitments.dueAt), asc(commitments.number))
  return {
    zone: found.zone,
    settledAt: found.settledAt,
    commitments: rows.map(({ number, milestone, dueAt, state, outcome, outcomeAt, stateSince }) => ({
      number,
      milestone,
      dueAt,
      standing: publicStanding(state as CommitmentState, outcome),
      since: outcomeAt ?? stateSince,
    })),
  }
}
