import { and, eq, gte, isNotNull, ne } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { results } from '@/db/schema/auctions'
import { awardMoves, awards } from '@/db/schema/awards'
import { labelMoves } from '@/db/schema/labels'
import { announcements, lots, phases, roundMoves, rounds } from '@/db/schema/rounds'
import { isAnnounced } from '@/domain/rounds/is-announced'
import { roundSlug } from '@/domain/rounds/round-address'
import type { EventType } from './event-types'

export type PublicEvent = { id: string; type: EventType; at: Date; data: Record<string, unknown> }

/** The public events of some types since an instant, oldest first. Nothing of a draft, of a practice, or before `final`. */
export async function publicEvents(
  db: Reader,
  since: Date,
  types: readonly string[],
): Promise<PublicEvent[]> {
  const wanted = (Object.keys(sources) as EventType[]).filter((type) => types.includes(type))
  const found: PublicEvent[] = []
  for (const type of wanted) {
    const rows = await sources[type](db, since)
    found.push(...rows.map(({ id, at, ...data }) => ({ id, type, at, data })))
  }
  return found.sort((a, b) => a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1))
}

type Row = { id: string; at: Date } & Record<string, unknown>
const address = { phase: phases.number, number: rounds.number }

const sources: Record<EventType, (db: Reader, since: Date) => Promise<Row[]>> = {
  'label.moved': (db, since) => {
    const { id, at, label, from, to, note } = labelMoves
    return db.select({ id, at, label, from, to, note }).from(labelMoves).where(gte(at, since))
  },
  'round.moved': async (db, since) => {
    const { id, at, from, to, reason } = roundMoves
    const rows = await db
      .select({ id, at, from, to, reason, ...address })
      .from(roundMoves)
      .innerJoin(rounds, eq(rounds.id, roundMoves.roundId))
      .innerJoin(phases, eq(phases.id, rounds.phaseId))
      .where(and(gte(at, since), isAnnounced, ne(to, 'draft')))
    return rows.map(inRound)
  },
  'round.announced': async (db, since) => {
    const { id, at, text } = announcements
    const rows = await db
      .select({ id, at, text, ...address })
      .from(announcements)
      .innerJoin(rounds, eq(rounds.id, announcements.roundId))
      .innerJoin(phases, eq(phases.id, rounds.phaseId))
      .where(and(gte(at, since), isAnnounced))
    return rows.map(inRound)
  },
  'result.final': async (db, since) => {
    const { lotId, finalAt, outcome, priceMinor } = results
    const rows = await db
      .select({ id: lotId, at: finalAt, lot: lotId, label: lots.label, outcome, priceMinor, ...address })
      .from(results)
      .innerJoin(lots, eq(lots.id, lotId))
      .innerJoin(rounds, eq(rounds.id, results.roundId))
      .innerJoin(phases, eq(phases.id, rounds.phaseId))
      .where(and(gte(finalAt, since), eq(rounds.state, 'final'), isNotNull(rounds.approvedAt)))
    return rows.map((row) => inRound({ ...row, priceMinor: row.priceMinor?.toString() ?? null }))
  },
  'award.moved': async (db, since) => {
    const { id, at, from, to } = awardMoves
    return db
      .select({ id, at, from, to, award: awards.id, lot: awards.lotId, label: awards.label })
      .from(awardMoves)
      .innerJoin(awards, eq(awards.id, awardMoves.awardId))
      .where(gte(at, since))
  },
}

function inRound<R extends { phase: number; number: number }>({ phase, number, ...row }: R) {
  return { ...row, round: roundSlug({ phase, number }) }
}
