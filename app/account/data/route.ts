import { ownData } from '@/domain/users/own-data'
import { currentActor } from '@/lib/access/current-actor'
import { json, refusal } from '@/lib/route-action'

/** Everything kept about the person who asks, as a file. */
export async function GET(): Promise<Response> {
  const data = await ownData(await currentActor(), undefined)
  if (!data) return refusal('access.signed-out')
  return json(200, data, { 'content-disposition': 'attachment; filename="my-data.json"' })
}
