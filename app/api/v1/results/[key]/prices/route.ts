import { publicResult } from '@/domain/results/public-queries'
import { refusal } from '@/lib/route-action'
import { answerData } from '../../../answer-data'

/** The price path of a decided lot: each change, when, and the paddle whose bid made it. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/v1/results/[key]/prices'>,
): Promise<Response> {
  const result = await publicResult((await params).key)
  if (!result) return refusal('thing.not-found')
  const prices = result.steps.map(({ at, minor, paddle }) => ({ at, priceMinor: minor, paddle }))
  const value = { lot: result.lotId, label: result.label, reserveMinor: result.reserveMinor, prices }
  return answerData(request, `prices-${result.label}`, value, () => ({
    columns: ['at', 'price_usd_cents', 'paddle'],
    rows: prices.map(({ at, priceMinor, paddle }) => [at, priceMinor, paddle]),
  }))
}
