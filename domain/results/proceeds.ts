import { asc, eq, sql } from 'drizzle-orm'
import { database, type Reader } from '@/db/client'
import { results } from '@/db/schema/auctions'
import { phases, rounds } from '@/db/schema/rounds'

export type PhaseProceeds = { phase: number; name: string; names: number; awardedMinor: bigint }

/** What the final rounds of each published phase came to: names awarded, and the sum of their prices in cents (R14.3). */
export async function proceedsByPhase(db: Reader = database()): Promise<PhaseProceeds[]> {
  const rows = await db
    .select({
      phase: phases.number,
      name: phases.name,
      names: sql<number>`count(${results.priceMinor})::int`,
      awarded: sql<string>`coalesce(sum(${results.priceMinor}), 0)::text`,
    })
    .from(results)
    .innerJoin(rounds, eq(rounds.id, results.roundId))
    .innerJoin(phases, eq(phases.id, rounds.phaseId))
    .where(eq(rounds.state, 'final'))
    .groupBy(phases.number, phases.name)
    .orderBy(asc(phases.number))
  return rows.map(({ awarded, ...row }) => ({ ...row, awardedMinor: BigInt(awarded) }))
}
