import { env } from '@/env'

/** Over https the name itself promises Secure, host-only and Path=/ (ASVS V3.3); plain http is for one's own machine. */
export function sessionCookieName(): string {
  return env.PORTAL_URL.startsWith('https:') ? '__Host-session' : 'session'
}

/** The session token in a raw Cookie header, for the front door, which does not run inside Next. */
export function tokenFromCookieHeader(header: string | undefined): string | undefined {
  const name = sessionCookieName()
  for (const part of header?.split(';') ?? []) {
    const [key, ...rest] = part.trim().split('=')
    if (key === name) return decodeURIComponent(rest.join('='))
  }
  return undefined
}
