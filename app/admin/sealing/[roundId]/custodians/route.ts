import { sealingOfRound } from '@/domain/sealing/queries'
import { currentActor } from '@/lib/access/current-actor'
import { refusal } from '@/lib/route-action'

export const dynamic = 'force-dynamic'

/** What the offline ceremony reads: the round and the custodians’ own recipients; `custodian` names those who are wanted. */
export async function GET(
  request: Request,
  context: RouteContext<'/admin/sealing/[roundId]/custodians'>,
): Promise<Response> {
  const found = await sealingOfRound(await currentActor(), (await context.params).roundId)
  if (!found) return refusal('thing.not-found')
  const chosen = new URL(request.url).searchParams.getAll('custodian')
  const custodians = found.custodians.flatMap(({ userId, recipient }) =>
    recipient && (chosen.length === 0 || chosen.includes(userId)) ? [{ custodian: userId, recipient }] : [],
  )
  return Response.json(
    { round: found.round.id, custodians },
    {
      headers: {
        'content-disposition': 'attachment; filename="custodians.json"',
        'cache-control': 'no-store',
      },
    },
  )
}
