import { and, desc, eq } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { dryRuns } from '@/db/schema/dry-runs'
import type { SimulationReport } from '@/engine/simulate/report'

export type DryRun = typeof dryRuns.$inferSelect & { report: SimulationReport }

/** The last dry run of a round for exactly this configuration (R3.4); undefined when there is none. */
export async function findDryRun(
  db: Reader,
  roundId: string,
  configHash: string,
): Promise<DryRun | undefined> {
  const [last] = await db
    .select()
    .from(dryRuns)
    .where(and(eq(dryRuns.roundId, roundId), eq(dryRuns.configHash, configHash)))
    .orderBy(desc(dryRuns.at), desc(dryRuns.id))
    .limit(1)
  return last as DryRun | undefined
}
