import type { NextAuthOptions } from 'next-auth'
import { openSessionAsDemo, openSessionWithPasskey, openSessionWithTicket } from '@/app/sign-in/open-session'
import { readSession } from '@/domain/sessions/queries'
import { revokeSession } from '@/domain/sessions/revoke-session'
import { env } from '@/env'
import { sessionCookieName, sessionCookieOptions } from '@/lib/access/session-cookie'
import { hmacHex } from '@/lib/hash'
import { log } from '@/lib/log'

const TWELVE_HOURS = 12 * 60 * 60

/**
 * next-auth as a thin shell around our own sessions: it checks its CSRF token, carries the credentials to the
 * operation, and sets the cookie. What decides (passwords, codes, limits, sessions, roles) is `domain/sessions`.
 *
 * Sessions live in the database, also for credentials: `jwt.encode` hands out the token of the session that was opened,
 * and nothing is ever decoded. The adapter sees SHA-256 only.
 */
export function authOptions(): NextAuthOptions {
  return {
    secret: env.NEXTAUTH_SECRET ?? hmacHex(env.PORTAL_SECRET, 'next-auth'),
    useSecureCookies: env.PORTAL_URL.startsWith('https:'),
    session: { strategy: 'database', maxAge: TWELVE_HOURS, updateAge: TWELVE_HOURS },
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/account', verifyRequest: '/sign-in' },
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
    providers: [ticketProvider, passkeyProvider, ...(env.DEMO ? [demoProvider] : []), mailProvider],
    adapter: {
      getSessionAndUser: async (token) => (await readSession(token)) ?? null,
      updateSession: async () => null,
      async deleteSession(token) {
        const held = await readSession(token)
        if (held) await revokeSession(held.person, { sessionId: held.person.sessionId })
      },
      getUserByEmail: async () => null,
      createVerificationToken: async () => null,
      useVerificationToken: async () => null,
    },
    jwt: { encode: async ({ token }) => String(token?.sessionToken ?? ''), decode: async () => null },
    callbacks: {
      signIn: async ({ account }) => account?.type === 'credentials',
      jwt: async ({ token, user }) => ({ ...token, sessionToken: (user as SignedIn).sessionToken }),
      redirect: async ({ url, baseUrl }) =>
        /^\/(?![/\\])/.test(url) ? `${baseUrl}${url}` : new URL(url).origin === baseUrl ? url : baseUrl,
    },
    logger: {
      error: (code) => log().error({ code }, 'next-auth'),
      warn: () => {},
      debug: () => {},
    },
  }
}

type SignedIn = { id: string; sessionToken: string }

const base = { type: 'credentials', credentials: {}, options: {} } as const

/** Proof of the password, five minutes old at most, and the code where one is due. */
const ticketProvider = {
  ...base,
  id: 'ticket',
  name: 'Password and code',
  authorize: (credentials?: Record<string, unknown>) => openSessionWithTicket(credentials ?? {}),
} as unknown as NextAuthOptions['providers'][number]

/** What a passkey signed. */
const passkeyProvider = {
  ...base,
  id: 'passkey',
  name: 'Passkey',
  authorize: (credentials?: Record<string, unknown>) => openSessionWithPasskey(credentials ?? {}),
} as unknown as NextAuthOptions['providers'][number]

/** Demo world only. */
const demoProvider = {
  ...base,
  id: 'demo',
  name: 'Demo person',
  authorize: (credentials?: Record<string, unknown>) => openSessionAsDemo(credentials ?? {}),
} as unknown as NextAuthOptions['providers'][number]

/**
 * next-auth wants a second kind of provider beside credentials before it keeps sessions in a database. This one sends
 * nothing and `callbacks.signIn` refuses it: mail is never a way in (ASVS V6.3.6).
 */
const mailProvider = {
  id: 'email',
  type: 'email',
  name: 'None',
  maxAge: 0,
  sendVerificationRequest: async () => {},
  options: {},
} as unknown as NextAuthOptions['providers'][number]
