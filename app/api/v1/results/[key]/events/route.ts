import { publicEvents } from '@/domain/results/public-queries'
import { refusal } from '@/lib/route-action'
import { answerData } from '../../../answer-data'

/** The whole record of a decided lot: what a replay needs (R9.4). Bidders are paddles. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/v1/results/[key]/events'>,
): Promise<Response> {
  const record = await publicEvents((await params).key)
  if (!record) return refusal('thing.not-found')
  return answerData(request, `events-${record.label}`, record)
}
