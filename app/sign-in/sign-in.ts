import { cookies, headers } from 'next/headers'
import { signInByNextAuth } from '@/app/api/auth/call-next-auth'
import { homeOf } from '@/app/home-of'
import { checkPassword } from '@/domain/sessions/check-password'
import { readSession, secondFactorDue, signInSubject } from '@/domain/sessions/queries'
import { type Actor, anyone } from '@/lib/access/actor'
import { inTurn } from '@/lib/access/in-turn'
import { networkOf } from '@/lib/access/network-of'
import { sessionCookieName, sessionCookieOptions } from '@/lib/access/session-cookie'
import { spend } from '@/lib/access/throttle'
import type { Answer } from '@/lib/door/definition'
import { type ErrorCode, refuse, registry, toPublicError } from '@/lib/errors'
import { ZONE_COOKIE } from '@/lib/viewer-cookies'
import { DEVICE_COOKIE, thisBrowser } from './open-session'

const TICKET_COOKIE = 'sign-in'
const YEAR = 31_536_000

/** Where signing in has got to: a code is asked for, or the person is in and perhaps owes a second factor. */
export type SignedIn = { next: 'code' } | { next: 'second-factor' | 'in'; home: string }

/** Address and password. The ticket they earn waits in a cookie for the code, or opens the session at once. */
export async function signInWithPassword(_actor: Actor, input: unknown): Promise<Answer<SignedIn>> {
  const { email } = input as { email: string }
  const browser = await thisBrowser()
  const wait =
    (await spend('sign-in-network', networkOf(await headers()))) ??
    (await spend('sign-in', await signInSubject(email, browser.device)))
  if (wait) return refused('request.too-many', { seconds: wait })
  const checked = await inTurn(() => checkPassword(anyone, input))
  if (!checked.ok) return checked
  if (!checked.value.codeNeeded) return openWithTicket(checked.value.ticket, '')
  ;(await cookies()).set(TICKET_COOKIE, checked.value.ticket, {
    ...sessionCookieOptions(),
    path: '/sign-in',
    sameSite: 'strict',
    maxAge: 300,
  })
  return { ok: true, value: { next: 'code' } }
}

/** The code, against the ticket in the cookie. */
export async function signInWithCode(_actor: Actor, input: unknown): Promise<Answer<SignedIn>> {
  const { code } = input as { code: string }
  const ticket = (await cookies()).get(TICKET_COOKIE)?.value
  if (!ticket) return refused('sign-in.expired')
  return openWithTicket(ticket, code)
}

/** A passkey, which needs neither password nor code. */
export async function signInWithPasskey(_actor: Actor, input: unknown): Promise<Answer<SignedIn>> {
  const { answer } = input as { answer: string }
  const browser = await thisBrowser()
  return keep(browser.device, await signInByNextAuth('passkey', { answer, ...browser }))
}

/** One of the demo people, in the demo world alone. */
export async function signInAsDemo(_actor: Actor, input: unknown): Promise<Answer<SignedIn>> {
  const { email } = input as { email: string }
  const browser = await thisBrowser()
  return keep(browser.device, await signInByNextAuth('demo', { email, ...browser }))
}

/** A ticket from elsewhere: a confirmed address signs its person in. */
export async function openWithTicket(ticket: string, code: string): Promise<Answer<SignedIn>> {
  const browser = await thisBrowser()
  return keep(browser.device, await signInByNextAuth('ticket', { ticket, code, ...browser }))
}

/** Puts the session into its cookie, and with it what this browser should remember. */
async function keep(
  device: string,
  answer: Awaited<ReturnType<typeof signInByNextAuth>>,
): Promise<Answer<SignedIn>> {
  if ('refused' in answer) return refusedBy(answer.refused)
  const jar = await cookies()
  const { person } = (await readSession(answer.token)) ?? {}
  jar.set(sessionCookieName(), answer.token, { ...sessionCookieOptions(), maxAge: 12 * 60 * 60 })
  jar.set(DEVICE_COOKIE, device, { ...sessionCookieOptions(), maxAge: YEAR })
  jar.delete({ name: TICKET_COOKIE, path: '/sign-in' })
  if (person?.timeZone)
    jar.set(ZONE_COOKIE, person.timeZone, { path: '/', sameSite: 'lax', httpOnly: true, maxAge: YEAR })
  const next = person && secondFactorDue(person) ? 'second-factor' : 'in'
  return { ok: true, value: { next, home: person ? homeOf(person) : '/' } }
}

/** next-auth hands on the code of a refusal and nothing else. */
function refusedBy(message: string): Answer<SignedIn> {
  const [code = '', seconds = '60'] = message.split(':')
  if (code === 'request.too-many') return refused(code, { seconds: Number(seconds) })
  const known = Object.hasOwn(registry, code) ? (code as ErrorCode) : 'server.failed'
  const fields =
    code === 'totp.wrong-code' || code === 'sign-in.code-needed' ? { code: registry[known][1] } : undefined
  return { ok: false, error: toPublicError(refuse(known, {}, fields)) }
}

function refused(code: ErrorCode, details?: Record<string, number>): Answer<SignedIn> {
  return { ok: false, error: toPublicError(refuse(code, details)) }
}
