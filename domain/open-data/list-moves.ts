import { and, asc, count, eq, gt, isNotNull, max } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { labelMoves } from '@/db/schema/labels'
import { phases, rounds } from '@/db/schema/rounds'
import { roundSlug } from '@/domain/rounds/round-address'
import { byId, type PagedList } from './paged-list'

type Move = Awaited<ReturnType<typeof readMoves>>[number]

/** Every move of every name with its public note, oldest first (R1.4). */
export const moves: PagedList<Move> = {
  name: 'moves',
  columns: ['id', 'label', 'from', 'to', 'at', 'note', 'round'],
  cells: (row) => [row.id, row.label, row.from, row.to, row.at, row.note, row.round],
  page: async (db, after, limit, { label }) => byId(await readMoves(db, after, limit, label)),
  async stamp(db) {
    const [row] = await db.select({ rows: count(), latest: max(labelMoves.at) }).from(labelMoves)
    return row!
  },
}

async function readMoves(db: Reader, after: string, limit: number, label?: string) {
  const rows = await db
    .select({
      id: labelMoves.id,
      label: labelMoves.label,
      from: labelMoves.from,
      to: labelMoves.to,
      at: labelMoves.at,
      note: labelMoves.note,
      phase: phases.number,
      number: rounds.number,
    })
    .from(labelMoves)
    // A round that is not announced is not even named: its draft leaves no trace here.
    .leftJoin(rounds, and(eq(rounds.id, labelMoves.roundId), isNotNull(rounds.approvedAt)))
    .leftJoin(phases, eq(phases.id, rounds.phaseId))
    .where(and(gt(labelMoves.id, after), label === undefined ? undefined : eq(labelMoves.label, label)))
    .orderBy(asc(labelMoves.id))
    .limit(limit)
  return rows.map(({ phase, number, ...row }) => ({
    ...row,
    round: phase === null || number === null ? null : roundSlug({ phase, number }),
  }))
}
