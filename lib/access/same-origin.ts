import { env } from '@/env'

/**
 * Whether a state-changing request comes from our own pages. A missing Origin is refused unless the browser vouches
 * with Sec-Fetch-Site: Next lets a server action without Origin pass, so we ask ourselves (ASVS V3.5).
 */
export function isSameOrigin(headers: { get(name: string): string | null }): boolean {
  const origin = headers.get('origin')
  if (origin === null) return headers.get('sec-fetch-site') === 'same-origin'
  if (origin === new URL(env.PORTAL_URL).origin) return true
  // On one's own machine the port may be the next free one; the Host the browser used is then the measure.
  const host = headers.get('host')
  return host !== null && !env.PORTAL_URL.startsWith('https:') && origin === `http://${host}`
}
