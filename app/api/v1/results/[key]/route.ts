import { publicResult } from '@/domain/results/public-queries'
import { refusal } from '@/lib/route-action'
import { answerData } from '../../answer-data'
import { describeResult } from '../describe-result'

/** One result by name or lot id, with its standing and the check of its record. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/v1/results/[key]'>,
): Promise<Response> {
  const result = await publicResult((await params).key)
  if (!result) return refusal('thing.not-found')
  const { opensAt, closedAt, extensions, bids, standing, configHash, checks } = result
  const whole = {
    ...describeResult(result),
    opensAt,
    closedAt,
    extensions,
    bids,
    standing,
    configHash,
    checks,
  }
  return answerData(request, `result-${result.label}`, whole)
}
