import { asc, eq } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { lots, phases } from '@/db/schema/rounds'
import { hashOf } from '@/lib/hash'
import type { Round } from './lock-round'
import { timetableOf } from './timetable-of'

export type Configuration = {
  v: 1
  phase: number
  round: number
  roundId: string
  name: string
  format: string
  zone: string
  timetable: Record<string, string>
  settings: Round['settings']
  lots: { lot: string; label: string; release: string; reserveMinor: string }[]
  rulesVersion: string
}

/**
 * All that two people approve when they approve a round (R3.4, R3.5), as plain data. Its canonical JSON is kept in the
 * log entry of the approval; `configurationHash` over it is published.
 */
export async function configurationOf(db: Reader, round: Round): Promise<Configuration> {
  const [phase] = await db.select().from(phases).where(eq(phases.id, round.phaseId))
  const offered = await db.select().from(lots).where(eq(lots.roundId, round.id)).orderBy(asc(lots.label))
  const instants = Object.entries(timetableOf(round)).map(([field, at]) => [field, at.toISOString()])
  return {
    v: 1,
    phase: phase!.number,
    round: round.number,
    roundId: round.id,
    name: round.name,
    format: round.format,
    zone: round.zone,
    timetable: Object.fromEntries(instants),
    settings: round.settings,
    lots: offered.map((lot) => ({
      lot: lot.id,
      label: lot.label,
      release: lot.releaseId,
      reserveMinor: lot.reserveMinor.toString(),
    })),
    rulesVersion: round.rulesVersion,
  }
}

/** Lower-case hex SHA-256 over the canonical JSON. */
export function configurationHash(configuration: Configuration): string {
  return hashOf(configuration)
}
