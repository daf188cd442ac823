import { assessRound } from '@/domain/reviews/assess-round'
import { currentActor } from '@/lib/access/current-actor'
import { json, refusal } from '@/lib/route-action'

type Context = { params: Promise<{ roundId: string }> }

/** The bundle of the panel's figures with its hash, as `portal review calibrate` takes it (R6.5). */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { roundId } = await params
  const assessed = await assessRound(await currentActor(), { roundId })
  if (!assessed) return refusal('thing.not-found')
  const { bundle, hash, round } = assessed
  return json(
    200,
    { bundle, hash },
    { 'content-disposition': `attachment; filename="scores-round-${round.number}.json"` },
  )
}
