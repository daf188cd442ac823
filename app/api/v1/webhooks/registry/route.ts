import { takeReport } from '@/domain/allocations/take-report'
import { errorResponse, json, readText, refusal } from '@/lib/route-action'

/** Room for any report; one has a few hundred bytes. */
const MOST_BYTES = 16 * 1024

/**
 * Where the registry's system reports what it did with names (R11.2), signed after Standard Webhooks. 200: kept, with
 * what became of it, also when that is nothing. Anything else was not kept and may be sent again.
 */
export async function POST(request: Request): Promise<Response> {
  const body = await readText(request, MOST_BYTES)
  if (body === undefined) return refusal('input.too-large')
  const answer = await takeReport(request.headers, body)
  return answer.ok ? json(200, answer.value) : errorResponse(answer.error)
}
