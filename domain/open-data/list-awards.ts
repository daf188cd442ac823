import { and, asc, count, eq, gt, max } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { awards as awarded } from '@/db/schema/awards'
import { organisations } from '@/db/schema/people'
import { phases, rounds } from '@/db/schema/rounds'
import { isNamed } from '@/domain/awards/publication'
import { address, inPublicRound, withSlug } from './narrow'
import { byId, type PagedList } from './paged-list'

export type PublicAward = Awaited<ReturnType<typeof readAwards>>[number]

/** Awards as everyone may read them: their course, never a deadline or a reason that is the applicant's own. */
export const awards: PagedList<PublicAward> = {
  name: 'awards',
  columns: [
    'id',
    'round',
    'lot',
    'label',
    'rank',
    'registrant',
    'registrar_iana_id',
    'price_usd_cents',
    'state',
    'state_since',
    'offered_at',
    'allocated_at',
  ],
  cells: (row) => [
    row.id,
    row.round,
    row.lot,
    row.label,
    row.rank,
    row.registrant,
    row.registrarIanaId,
    row.priceMinor,
    row.state,
    row.stateSince,
    row.offeredAt,
    row.allocatedAt,
  ],
  page: async (db, after, limit, { round }) => byId(await readAwards(db, after, limit, round)),
  async stamp(db) {
    const [row] = await db.select({ rows: count(), latest: max(awarded.stateSince) }).from(awarded)
    return row!
  },
}

async function readAwards(db: Reader, after: string, limit: number, round?: string) {
  const rows = await db
    .select({
      id: awarded.id,
      lot: awarded.lotId,
      label: awarded.label,
      rank: awarded.rank,
      registrant: organisations.legalName,
      registrarIanaId: awarded.registrarIanaId,
      priceMinor: awarded.priceMinor,
      state: awarded.state,
      stateSince: awarded.stateSince,
      offeredAt: awarded.offeredAt,
      allocatedAt: awarded.allocatedAt,
      ...address,
    })
    .from(awarded)
    .innerJoin(organisations, eq(organisations.id, awarded.organisationId))
    .innerJoin(rounds, eq(rounds.id, awarded.roundId))
    .innerJoin(phases, eq(phases.id, rounds.phaseId))
    .where(and(gt(awarded.id, after), eq(rounds.state, 'final'), inPublicRound(round)))
    .orderBy(asc(awarded.id))
    .limit(limit)
  return rows.map((row) => ({
    ...withSlug(row),
    registrant: isNamed(row.rank, row.state) ? row.registrant : null,
  }))
}
