import { releasePackage } from '@/domain/open-data/release-package'
import { env } from '@/env'
import { answerData } from '../answer-data'

/** Rounds and results in the Open Contracting Data Standard, or those of one round: `?round=1-1`. */
export async function GET(request: Request): Promise<Response> {
  const round = new URL(request.url).searchParams.get('round') ?? undefined
  return answerData(request, 'ocds', await releasePackage(env.PORTAL_URL, round))
}
