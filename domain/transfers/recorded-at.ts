import { and, eq, gte } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { registryReports } from '@/db/schema/allocations'

/** When the registry reported the change that follows from a transfer; undefined: not yet. */
export async function recordedAt(
  db: Reader,
  { awardId, decidedAt }: { awardId: string; decidedAt: Date },
): Promise<Date | undefined> {
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
  return report?.at
}
