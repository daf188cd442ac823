import { publicBids } from '@/domain/results/public-bids'
import { refusal } from '@/lib/route-action'
import { answerData } from '../../../answer-data'

const columns = [
  'position',
  'at',
  'paddle',
  'round',
  'amount_usd_cents',
  'counts_as_usd_cents',
  'fate',
  'reason',
]

/** Every bid on a decided lot in the order received, and what became of it. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/v1/results/[key]/bids'>,
): Promise<Response> {
  const listed = await publicBids((await params).key)
  if (!listed) return refusal('thing.not-found')
  return answerData(request, `bids-${listed.label}`, listed, () => ({
    columns,
    rows: listed.bids.map((bid) => [
      bid.position,
      bid.at,
      bid.paddle,
      bid.round,
      bid.amountMinor,
      bid.countsMinor,
      bid.fate,
      bid.reason,
    ]),
  }))
}
