import { publicRounds } from '@/domain/rounds/public-queries'
import type { PagedList } from './paged-list'

type Lot = ReturnType<typeof describeLot>

/** Every lot of every announced round, by lot. There are never more than a few per name, so they are read together. */
export const lots: PagedList<Lot> = {
  name: 'lots',
  columns: [
    'round',
    'lot',
    'label',
    'status',
    'state',
    'reserve_usd_cents',
    'price_usd_cents',
    'bids',
    'bidders',
    'applications',
    'closes_at',
    'extensions',
    'outcome',
  ],
  cells: (lot) => [
    lot.round,
    lot.lotId,
    lot.label,
    lot.status,
    lot.state,
    lot.reserveMinor,
    lot.priceMinor,
    lot.bids,
    lot.bidders,
    lot.applications,
    lot.closesAt,
    lot.extensions,
    lot.outcome,
  ],
  async page(db, after, limit, { round }) {
    const all = (await publicRounds(db))
      .filter(({ slug }) => round === undefined || slug === round)
      .flatMap(({ slug, lots }) => lots.map((lot) => describeLot(slug, lot)))
    return all
      .sort((a, b) => (a.lotId < b.lotId ? -1 : 1))
      .filter(({ lotId }) => lotId > after)
      .slice(0, limit)
      .map((row) => ({ row, cursor: row.lotId }))
  },
}

function describeLot(
  round: string,
  { roundId: _roundId, lotState, ...lot }: Awaited<ReturnType<typeof publicRounds>>[number]['lots'][number],
) {
  return { round, ...lot, state: lotState }
}
