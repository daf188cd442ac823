import { optionsToAdd, optionsToConfirm } from '@/domain/passkeys/queries'
import { currentActor } from '@/lib/access/current-actor'
import { json, refusal } from '@/lib/route-action'

/** What the browser needs to make a passkey (`?for=add`), or to ask for one of the person who is signed in. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor()
  const adds = new URL(request.url).searchParams.get('for') === 'add'
  // Before the device makes one that `passkey.add` would refuse, and that would stay there and open nothing.
  if (adds && actor.kind === 'person' && !actor.freshFactor) return refusal('access.confirm-again')
  const options = adds ? await optionsToAdd(actor, undefined) : await optionsToConfirm(actor, undefined)
  return options ? json(200, options) : refusal('access.signed-out')
}
