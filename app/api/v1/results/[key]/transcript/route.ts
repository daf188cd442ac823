import { roundOfResult, roundTranscript } from '@/domain/transcript/round-transcript'
import { refusal } from '@/lib/route-action'
import { writeJson } from '../../../answer-data'

/** The transcript of the round that a name was decided in: everything a stranger needs to decide it again (R9.4). */
export async function GET(
  request: Request,
  { params }: RouteContext<'/api/v1/results/[key]/transcript'>,
): Promise<Response> {
  const round = await roundOfResult((await params).key)
  const file = round && (await roundTranscript(round))
  if (!file) return refusal('thing.not-found')
  if (file === 'not-yet') return refusal('transcript.not-yet')
  return writeJson(request, file, {
    'content-disposition': `attachment; filename="transcript-${round}.json"`,
  })
}
