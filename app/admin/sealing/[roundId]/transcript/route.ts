import { roundSlug } from '@/domain/rounds/round-address'
import { sealingOfRound } from '@/domain/sealing/queries'
import { roundTranscript } from '@/domain/transcript/round-transcript'
import { currentActor } from '@/lib/access/current-actor'
import { refusal } from '@/lib/route-action'

export const dynamic = 'force-dynamic'

/**
 * The transcript of a final sealed round as whoever reads it here may have it: for the auditor with the secret and the
 * sealed bids where the settings withhold them from everyone else (R8.3).
 */
export async function GET(
  _request: Request,
  context: RouteContext<'/admin/sealing/[roundId]/transcript'>,
): Promise<Response> {
  const found = await sealingOfRound(await currentActor(), (await context.params).roundId)
  if (!found) return refusal('thing.not-found')
  const slug = roundSlug(found.round)
  const file = await roundTranscript(slug, undefined, found.secret)
  if (!file) return refusal('thing.not-found')
  if (file === 'not-yet') return refusal('transcript.not-yet')
  return Response.json(file, {
    headers: {
      'content-disposition': `attachment; filename="transcript-${slug}-full.json"`,
      'cache-control': 'no-store',
    },
  })
}
