import { proveInclusion, readCheckpoint } from '@/domain/transcript/public-queries'
import { refusal } from '@/lib/route-action'
import { writeJson } from '../../answer-data'
import { readNumber, refuseNumbers } from '../read-number'

export const dynamic = 'force-dynamic'

/** That an entry is in the tree over the first `size` (R9.2): its audit path, from the leaf upwards. */
export async function GET(request: Request): Promise<Response> {
  const latest = (await readCheckpoint())?.size ?? 0
  const index = readNumber(request, 'index', 0)
  const size = readNumber(request, 'size', latest)
  if (index === null || size === null) return refuseNumbers()
  if (size > latest || index >= size) return refusal('transcript.no-such-leaf')
  const proof = await proveInclusion(index, size)
  return writeJson(request, { index, size, proof: proof.map((hash) => Buffer.from(hash).toString('hex')) })
}
