import { readLeaves } from '@/domain/transcript/public-queries'
import { writeJson } from '../../answer-data'
import { readNumber, refuseNumbers } from '../read-number'

export const dynamic = 'force-dynamic'
const MOST = 1000

/** Hashes of entries by their places; the entries themselves stand in the transcripts of their rounds. */
export async function GET(request: Request): Promise<Response> {
  const from = readNumber(request, 'from', 0)
  const to = readNumber(request, 'to', (from ?? 0) + MOST)
  if (from === null || to === null || to < from) return refuseNumbers()
  const hashes = await readLeaves(from, Math.min(to, from + MOST))
  return writeJson(request, { from, hashes: hashes.map((hash) => Buffer.from(hash).toString('hex')) })
}
