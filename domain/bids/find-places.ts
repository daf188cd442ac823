import { bidPool } from '@/db/client'

/**
 * The bidder that a person acts for on a lot, for many at once: whoever has none there takes no place in the lot's queue.
 * Whether it may bid now is decided under the lot's lock.
 * @param wanted `<user id> <lot id>` each
 * @returns the id of the bidder by the same text; nothing where there is none
 */
export async function findPlaces(wanted: readonly string[]): Promise<Map<string, string>> {
  const pairs = wanted.map((each) => each.split(' ', 2))
  const rows = await bidPool()<{ key: string; bidderId: string }[]>`
    select a.key, min(b.id) as "bidderId"
    from unnest(${[...wanted]}::text[], ${pairs.map(([user]) => user ?? '')}::text[], ${pairs.map(([, lot]) => lot ?? '')}::text[])
      as a(key, user_id, lot_id)
    join memberships m on m.user_id = a.user_id and m.role = 'bidder' and m.ended_at is null
    join bidders b on b.organisation_id = m.organisation_id
    join lot_bidders lb on lb.bidder_id = b.id and lb.lot_id = a.lot_id
    group by a.key`
  return new Map(rows.map(({ key, bidderId }) => [key, bidderId]))
}
