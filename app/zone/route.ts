import { cookies } from 'next/headers'
import { sameSitePath } from '@/lib/same-site-path'
import { isZone } from '@/lib/time/zones'
import { ZONE_COOKIE } from '@/lib/viewer-cookies'

/**
 * Remembers the time zone in which this viewer reads times, and goes back to where the form stood.
 * A name that is no IANA zone changes nothing.
 */
export async function POST(request: Request): Promise<Response> {
  // What is no form chooses nothing.
  const form = await request.formData().catch(() => new FormData())
  const zone = form.get('zone')
  if (typeof zone === 'string' && isZone(zone)) {
    const jar = await cookies()
    jar.set(ZONE_COOKIE, zone, { path: '/', sameSite: 'lax', httpOnly: true, maxAge: 31_536_000 })
  }
  return new Response(null, { status: 303, headers: { location: sameSitePath(form.get('back')) } })
}
