import { sqlOf, type Tx } from '@/db/client'
import type { MarketScore } from '@/domain/qpi/score-market'

/** Keeps the scores of a computation in one statement: thousands go as columns, not one by one. */
export async function keepScores(tx: Tx, runId: string, scores: readonly MarketScore[]): Promise<void> {
  const sql = sqlOf(tx)
  await sql`
    insert into qpi_scores (run_id, iana_id, name, domains, status, score, low, high, kpis)
    select ${runId}, iana_id, name, domains, status, score, low, high, kpis::jsonb
    from unnest(${scores.map(({ ianaId }) => ianaId)}::int[], ${scores.map(({ name }) => name)}::text[],
      ${scores.map(({ domains }) => domains)}::bigint[], ${scores.map(({ status }) => status)}::text[],
      ${scores.map(({ score }) => score)}::float8[], ${scores.map(({ low }) => low)}::float8[],
      ${scores.map(({ high }) => high)}::float8[], ${scores.map(({ kpis }) => JSON.stringify(kpis))}::text[])
      as given(iana_id, name, domains, status, score, low, high, kpis)`
}
