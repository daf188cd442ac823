import { env } from '@/env'

/** Over https the name itself promises Secure, host-only and Path=/ (ASVS V3.3); plain http is for one's own machine. */
export function sessionCookieName(): string {
  return env.PORTAL_URL.startsWith('https:') ? '__Host-session' : 'session'
}

/** Not readable by scripts, not sent along by other sites' forms, gone with the browser or after twelve hours. */
export function sessionCookieOptions() {
  return {
    httpOnly: true,
    sameSite: 'lax' as const,
    path: '/',
    secure: env.PORTAL_URL.startsWith('https:'),
  }
}

/**
 * The session token in a raw Cookie header, for the front door, which does not run inside Next. A cookie that cannot be
 * read counts as none.
 */
export function tokenFromCookieHeader(header: string | undefined): string | undefined {
  const name = sessionCookieName()
  for (const part of header?.split(';') ?? []) {
    const [key, ...rest] = part.trim().split('=')
    if (key === name) return decoded(rest.join('='))
  }
  return undefined
}

function decoded(value: string): string | undefined {
  try {
    return decodeURIComponent(value)
  } catch {
    return undefined
  }
}
