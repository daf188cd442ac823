import { and, eq, type SQL } from 'drizzle-orm'
import { phases, rounds } from '@/db/schema/rounds'
import { isAnnounced } from '@/domain/rounds/is-announced'
import { readRoundSlug, roundSlug } from '@/domain/rounds/round-address'

/** Public rounds, or the one named; for joins of `rounds` with `phases`. A slug that names none finds nothing. */
export function inPublicRound(slug?: string): SQL | undefined {
  if (slug === undefined) return isAnnounced
  const { phase, number } = readRoundSlug(slug) ?? { phase: 0, number: 0 }
  return and(isAnnounced, eq(phases.number, phase), eq(rounds.number, number))
}

/** The columns that a round's address is made of. */
export const address = { phase: phases.number, number: rounds.number }

/** `1-2` from a row that carries `address`. */
export function withSlug<Row extends { phase: number; number: number }>({ phase, number, ...row }: Row) {
  return { ...row, round: roundSlug({ phase, number }) }
}
