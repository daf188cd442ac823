import type { Sql } from '@/db/client'
import { saltOfScore } from '@/domain/rounds/freeze-scores'
import { type FrozenScore, leafOfScore } from '@/transcript/plan-scores'
import type { ScoresOfRecord } from '@/transcript/round-file'

type Row = Omit<FrozenScore, 'salt'> & { application: string; paddle: string | null }

/**
 * The plan scores of a round as they were frozen (R6.8): a leaf for every plan, and the salt of those alone whose score an
 * opening tells under a paddle. All others stay hashes.
 */
export async function scoresRecord(sql: Sql, roundId: string): Promise<ScoresOfRecord> {
  const rows = await sql<Row[]>`
    select a.id as application, a.lot_id as lot, d.outcome, d.score_hundredths as "scoreHundredths", told.paddle
    from decisions d join applications a on a.id = d.application_id
    left join lateral (
      select b.paddle::text as paddle from lot_bidders x join bidders b on b.id = x.bidder_id
        join lot_events e on e.lot_id = x.lot_id and e.sequence = 1
      where x.application_id = a.id and x.lot_id = a.lot_id
        and e.event -> 'terms' -> 'bidders' @> jsonb_build_array(jsonb_build_object('id', b.paddle::text))
    ) told on true
    where a.round_id = ${roundId} and d.released_at is not null`
  const plans = rows.map((row) => ({ ...row, salt: saltOfScore(row.application) }))
  return {
    leaves: plans.map(leafOfScore).sort(),
    salts: plans.flatMap(({ lot, paddle, salt }) => (paddle === null ? [] : [{ lot, paddle, salt }])),
  }
}
