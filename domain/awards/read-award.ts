import { asc, eq, type SQL } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { registrars } from '@/db/schema/applications'
import { awardExtensions, awardMoves, awardStates, awards } from '@/db/schema/awards'
import { organisations } from '@/db/schema/people'
import { phases, rounds } from '@/db/schema/rounds'
import { roundPath } from '@/domain/rounds/round-address'

/** Awards with round, organisation and registrar, the longest in its state first. */
export async function readAwards(db: Reader, only?: SQL) {
  const rows = await db
    .select({
      award: awards,
      organisation: organisations.legalName,
      registrar: { ianaId: registrars.ianaId, name: registrars.name, status: registrars.status },
      round: { id: rounds.id, number: rounds.number, name: rounds.name, settings: rounds.settings },
      phase: phases.number,
    })
    .from(awards)
    .innerJoin(organisations, eq(organisations.id, awards.organisationId))
    .innerJoin(registrars, eq(registrars.ianaId, awards.registrarIanaId))
    .innerJoin(rounds, eq(rounds.id, awards.roundId))
    .innerJoin(phases, eq(phases.id, rounds.phaseId))
    .where(only)
    .orderBy(asc(awards.stateSince), asc(awards.id))
  return rows.map(({ award, round, phase, ...row }) => ({
    ...award,
    ...row,
    round: { ...round, phase, path: roundPath({ phase, number: round.number }) },
  }))
}

export type AwardInFull = NonNullable<Awaited<ReturnType<typeof readAward>>>

/** One award with every state it was in, in the order of its life where two came at once, and every deadline that was moved. */
export async function readAward(db: Reader, awardId: string, only?: SQL) {
  const [award] = await readAwards(db, only ?? eq(awards.id, awardId))
  if (!award) return undefined
  const moves = await db
    .select()
    .from(awardMoves)
    .where(eq(awardMoves.awardId, awardId))
    .orderBy(asc(awardMoves.at))
  const extensions = await db
    .select()
    .from(awardExtensions)
    .where(eq(awardExtensions.awardId, awardId))
    .orderBy(asc(awardExtensions.at), asc(awardExtensions.id))
  const inOrder = moves.toSorted(
    (a, b) => +a.at - +b.at || awardStates.indexOf(a.to) - awardStates.indexOf(b.to),
  )
  return { ...award, moves: inOrder, extensions }
}
