import { optionsToSignIn } from '@/domain/passkeys/queries'
import { json } from '@/lib/route-action'

/** What a browser needs to ask for a passkey of this site. It names nobody. */
export async function GET(): Promise<Response> {
  return json(200, await optionsToSignIn())
}
