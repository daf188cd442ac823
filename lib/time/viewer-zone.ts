import { cookies } from 'next/headers'
import { ZONE_COOKIE } from '@/lib/viewer-cookies'
import { isZone } from './zones'

/** The IANA zone this viewer chose in the footer, else UTC. A cookie that names no zone counts as none. */
export async function viewerZone(): Promise<string> {
  const chosen = (await cookies()).get(ZONE_COOKIE)?.value
  return chosen && isZone(chosen) ? chosen : 'UTC'
}
