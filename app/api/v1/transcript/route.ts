import { logKey } from '@/domain/transcript/log-key'
import { readCheckpoint } from '@/domain/transcript/public-queries'
import { refusal } from '@/lib/route-action'
import { writeJson } from '../answer-data'
import { readNumber, refuseNumbers } from './read-number'

export const dynamic = 'force-dynamic'

/** The latest signed checkpoint of the log, or the one over so many entries (R9.2). */
export async function GET(request: Request): Promise<Response> {
  const size = readNumber(request, 'size', -1)
  if (size === null) return refuseNumbers()
  const checkpoint = await readCheckpoint(size < 0 ? undefined : size)
  if (!checkpoint) return refusal('transcript.no-such-leaf')
  const { note, at } = checkpoint
  return writeJson(request, { key: logKey(), size: checkpoint.size, note, at })
}
