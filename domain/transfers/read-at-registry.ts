import { and, desc, eq, gte } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { registryReports } from '@/db/schema/allocations'
import { type RegistrantOutcome, transferLookups } from '@/db/schema/build-out'

/** How far the registry is with a transfer: what its system reported, and what it publishes (RDAP). */
export type AtRegistry = {
  /** Reported by its system, signed. */
  reportedAt: Date | null
  /** Published by it, with the new holder’s name. */
  seenAt: Date | null
  /** The last look. */
  lookup: { at: Date; outcome: RegistrantOutcome; detail: string } | null
}

/** Reads how far the change of registrant is that follows from an approved transfer (R12.3). */
export async function readAtRegistry(
  db: Reader,
  { id, awardId, decidedAt }: { id: string; awardId: string; decidedAt: Date },
): Promise<AtRegistry> {
  const [report] = await db
    .select({ at: registryReports.receivedAt })
    .from(registryReports)
    .where(
      and(
        eq(registryReports.awardId, awardId),
        eq(registryReports.outcome, 'registrant-changed'),
        gte(registryReports.receivedAt, decidedAt),
      ),
    )
    .orderBy(registryReports.receivedAt)
    .limit(1)
  const [lookup] = await db
    .select({
      at: transferLookups.at,
      outcome: transferLookups.outcome,
      detail: transferLookups.detail,
    })
    .from(transferLookups)
    .where(eq(transferLookups.transferId, id))
    .orderBy(desc(transferLookups.at), desc(transferLookups.id))
    .limit(1)
  return {
    reportedAt: report?.at ?? null,
    // Nothing is looked up after that.
    seenAt: lookup?.outcome === 'new-registrant' ? lookup.at : null,
    lookup: lookup ?? null,
  }
}

/** Whether the registry has the new registrant, by its report or by what it publishes. */
export function isRecorded({ reportedAt, seenAt }: AtRegistry): boolean {
  return reportedAt !== null || seenAt !== null
}
