import type { PlayedRound } from '@/domain/results/play-clock'
import { publicResult } from '@/domain/results/public-queries'
import { refusal } from '@/lib/route-action'
import { answerData } from '../../../answer-data'

/**
 * The price path of a decided lot: each change, when, and the paddle whose bid made it. Of a clock its rounds, with who
 * left in each; of sealed bids there is none.
 */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/v1/results/[key]/prices'>,
): Promise<Response> {
  const result = await publicResult((await params).key)
  if (!result) return refusal('thing.not-found')
  const { lotId: lot, label, reserveMinor, clock } = result
  const prices = result.steps.map(({ at, minor, paddle }) => ({ at, priceMinor: minor, paddle }))
  const value = { lot, label, reserveMinor, ...(clock ? { rounds: clock } : { prices }) }
  return answerData(request, `prices-${label}`, value, () =>
    clock
      ? tableOfRounds(clock)
      : {
          columns: ['at', 'price_usd_cents', 'paddle'],
          rows: prices.map(({ at, priceMinor, paddle }) => [at, priceMinor, paddle]),
        },
  )
}

/** Exits in one cell, `paddle at cents`, the lowest first. */
function tableOfRounds(rounds: readonly PlayedRound[]) {
  return {
    columns: [
      'round',
      'opened_at',
      'ended_at',
      'start_usd_cents',
      'end_usd_cents',
      'bids',
      'remaining',
      'exits',
    ],
    rows: rounds.map(({ round, openedAt, endedAt, startMinor, endMinor, bids, remaining, exits }) => [
      round,
      openedAt,
      endedAt,
      startMinor,
      endMinor,
      bids,
      remaining,
      exits.map(({ paddle, minor }) => `${paddle} at ${minor}`).join('; '),
    ]),
  }
}
