import { cookies } from 'next/headers'
import { CODES_COOKIE, CODES_PATH } from '@/app/account/second-factor/second-factor'
import { revokeSession } from '@/domain/sessions/revoke-session'
import { currentActor } from '@/lib/access/current-actor'
import { isSameOrigin } from '@/lib/access/same-origin'
import { sessionCookieName, sessionCookieOptions } from '@/lib/access/session-cookie'
import { refusal } from '@/lib/route-action'

/**
 * Ends the session and loads the front page anew. The browser drops what pages kept of it; a session that was over
 * already is signed out of just the same.
 */
export async function POST(request: Request): Promise<Response> {
  if (!isSameOrigin(request.headers)) return refusal('access.wrong-origin')
  const actor = await currentActor()
  if (actor.kind === 'person') await revokeSession(actor, { sessionId: actor.sessionId })
  const jar = await cookies()
  jar.delete({ name: sessionCookieName(), ...sessionCookieOptions() })
  jar.delete({ name: CODES_COOKIE, ...sessionCookieOptions(), path: CODES_PATH })
  return new Response(null, {
    status: 303,
    headers: { location: '/', 'clear-site-data': '"cache", "storage"', 'cache-control': 'no-store' },
  })
}
