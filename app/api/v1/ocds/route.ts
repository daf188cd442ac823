import { releasePackage } from '@/domain/open-data/release-package'
import { env } from '@/env'
import { streamJson } from '../answer-data'

/** Rounds and results in the Open Contracting Data Standard, or those of one round: `?round=1-1`. */
export async function GET(request: Request): Promise<Response> {
  const round = new URL(request.url).searchParams.get('round') ?? undefined
  const { stamp, text } = await releasePackage(env.PORTAL_URL, round)
  return streamJson(request, stamp, text)
}
