import { env } from '@/env'

/** This site as authenticators know it: a passkey made for one domain is never offered to another (WebAuthn §5.1). */
export function relyingParty(): { id: string; origin: string; name: string } {
  const { hostname, origin } = new URL(env.PORTAL_URL)
  return { id: hostname, origin, name: 'Short names in .ORG' }
}

/** Browsers offer passkeys to domains over https and to this machine's own name; never to a bare address. */
export function passkeysWork(): boolean {
  const { hostname, protocol } = new URL(env.PORTAL_URL)
  if (hostname === 'localhost') return true
  return protocol === 'https:' && !/^[\d.]+$|^\[/.test(hostname)
}
