import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { labels, releases } from '@/db/schema/labels'
import { lots, phases } from '@/db/schema/rounds'
import type { Round } from './lock-round'
import type { Candidate } from './readiness'

export type LotToOffer = Candidate['lots'][number] & { id: string; reserveMinor: bigint }

/** What `checkReadiness` looks at: the round with its phase and its lots, in alphabetical order. */
export async function readCandidate(db: Reader, round: Round): Promise<Candidate & { lots: LotToOffer[] }> {
  const [phase] = await db.select().from(phases).where(eq(phases.id, round.phaseId))
  const rows = await db
    .select({
      id: lots.id,
      label: lots.label,
      reserveMinor: lots.reserveMinor,
      state: labels.state,
      flaggedAt: labels.flaggedAt,
      standing: releases.id,
    })
    .from(lots)
    .innerJoin(labels, eq(labels.label, lots.label))
    .leftJoin(releases, and(eq(releases.id, lots.releaseId), isNull(releases.endedAt)))
    .where(eq(lots.roundId, round.id))
    .orderBy(asc(lots.label))
  const offered = rows.map(({ flaggedAt, standing, ...lot }) => ({
    ...lot,
    flagged: flaggedAt !== null,
    releaseStands: standing !== null,
  }))
  return { ...round, phasePublished: phase?.publishedAt !== null, lots: offered }
}
