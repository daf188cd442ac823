import { proveConsistency, readCheckpoint } from '@/domain/transcript/public-queries'
import { refusal } from '@/lib/route-action'
import { writeJson } from '../../answer-data'
import { readNumber, refuseNumbers } from '../read-number'

export const dynamic = 'force-dynamic'

/** That the tree over the first `from` entries begins the one over `to` (R9.2). */
export async function GET(request: Request): Promise<Response> {
  const latest = (await readCheckpoint())?.size ?? 0
  const from = readNumber(request, 'from', 1)
  const to = readNumber(request, 'to', latest)
  if (from === null || to === null) return refuseNumbers()
  if (to > latest || from > to || latest === 0) return refusal('transcript.no-such-leaf')
  const proof = await proveConsistency(from, to)
  return writeJson(request, { from, to, proof: proof.map((hash) => Buffer.from(hash).toString('hex')) })
}
