import { publicResults } from '@/domain/results/public-queries'
import { answerData } from '../answer-data'
import { describeResult } from './describe-result'

const columns = [
  'round',
  'label',
  'outcome',
  'winner',
  'price_usd_cents',
  'reserve_usd_cents',
  'plan_score',
  'bidders',
  'events',
  'events_sha256',
  'final_at',
]

/** All results, or those of one round: `?round=1-1`. */
export async function GET(request: Request): Promise<Response> {
  const round = new URL(request.url).searchParams.get('round')
  const all = await publicResults()
  const results = all.filter((result) => round === null || result.round.slug === round).map(describeResult)
  return answerData(request, round === null ? 'results' : 'results-of-round', { results }, () => ({
    columns,
    rows: results.map((row) => [
      row.round,
      row.label,
      row.outcome,
      row.winner,
      row.priceMinor,
      row.reserveMinor,
      row.scoreHundredths === null ? null : row.scoreHundredths / 100,
      row.bidders,
      row.events,
      row.eventsHash,
      row.finalAt,
    ]),
  }))
}
