import { cookies, headers } from 'next/headers'
import { completeSignIn } from '@/domain/sessions/complete-sign-in'
import { openByPasskey } from '@/domain/sessions/open-by-passkey'
import { openDemoSession } from '@/domain/sessions/open-demo-session'
import { signInSubject, ticketOwner } from '@/domain/sessions/queries'
import { anyone } from '@/lib/access/actor'
import { networkOf } from '@/lib/access/network-of'
import { forgive, giveBack, spend } from '@/lib/access/throttle'
import type { Answer } from '@/lib/door/definition'
import { newToken } from '@/lib/secrets'

export const DEVICE_COOKIE = 'device'

/** This browser: its description, and the token by which we know it again. Signing in keeps it. */
export async function thisBrowser(): Promise<{ userAgent: string; device: string }> {
  const jar = await cookies()
  const kept = jar.get(DEVICE_COOKIE)?.value
  return {
    userAgent: ((await headers()).get('user-agent') ?? '').slice(0, 2000),
    device: kept && /^[\w-]{20,100}$/.test(kept) ? kept : newToken(),
  }
}

/**
 * What next-auth calls with the ticket of a checked password and the code. Tries with a code are counted per person,
 * here, so that there is no way around the count.
 * @throws an Error whose message is the refusal's code, which next-auth hands on
 */
export async function openSessionWithTicket(credentials: Record<string, unknown>) {
  const ticket = String(credentials.ticket ?? '')
  const owner = await ticketOwner(ticket)
  const wait = owner
    ? await spend('code', owner.userId)
    : await spend('sign-in-network', networkOf(await headers()))
  if (wait) throw new Error(`request.too-many:${wait}`)
  const browser = browserOf(credentials)
  const session = unwrap(
    await completeSignIn(anyone, { ticket, code: String(credentials.code ?? ''), browser }),
  )
  if (owner) {
    await forgive('code', owner.userId)
    await forgive('sign-in', owner.email)
    await forgive('sign-in', await signInSubject(owner.email, browser.device))
    await giveBack('sign-in-network', networkOf(await headers()))
  }
  return session
}

/** What next-auth calls with a passkey's answer. Tries are counted by network: nobody is named before it is checked. */
export async function openSessionWithPasskey(credentials: Record<string, unknown>) {
  const network = networkOf(await headers())
  const wait = await spend('sign-in-network', network)
  if (wait) throw new Error(`request.too-many:${wait}`)
  const session = unwrap(
    await openByPasskey(anyone, {
      answer: String(credentials.answer ?? ''),
      browser: browserOf(credentials),
    }),
  )
  await giveBack('sign-in-network', network)
  return session
}

export async function openSessionAsDemo(credentials: Record<string, unknown>) {
  return unwrap(
    await openDemoSession(anyone, {
      email: String(credentials.email ?? ''),
      browser: browserOf(credentials),
    }),
  )
}

function browserOf(credentials: Record<string, unknown>) {
  return { userAgent: String(credentials.userAgent ?? ''), device: String(credentials.device ?? newToken()) }
}

function unwrap(answer: Answer<{ sessionId: string; token: string }>) {
  if (!answer.ok) throw new Error(answer.error.code)
  return { id: answer.value.sessionId, sessionToken: answer.value.token }
}
