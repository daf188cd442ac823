import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { knownDevices, roles, sessions } from '@/db/schema/people'
import { sha256Hex } from '@/lib/hash'
import { newId } from '@/lib/ids'
import type { Letter } from '@/lib/mail'
import { newToken } from '@/lib/secrets'
import { newDeviceLetter } from './letters'

/** The browser a person signs in from: its own description, and the token that the `device` cookie keeps. */
export type Browser = { userAgent: string; device: string }

export type OpenedSession = { token: string; sessionId: string; expiresAt: string }

/** How long a session lasts, and how long without use. Reviewers and auditors read for long between two requests. */
const USUAL = { hours: 12, idleMinutes: 30 }
const OF_PIR = { hours: 8, idleMinutes: 15 }
const OF_READERS = { hours: 8, idleMinutes: 30 }
const READERS: readonly string[] = ['reviewer', 'auditor']

/**
 * Opens a session: the one place that does, whatever the person proved itself with.
 * @param assurance 1 for a password alone, 2 with a second factor
 * @returns the cookie's token, which is stored nowhere, and the letters to send
 */
export async function openSession(
  tx: Tx,
  user: { id: string; email: string; name: string },
  { assurance, browser, at }: { assurance: 1 | 2; browser: Browser; at: Date },
): Promise<{ session: OpenedSession; letters: Letter[] }> {
  const token = newToken()
  const sessionId = newId('ses', at)
  const { hours, idleMinutes } = await limitsOf(tx, user.id)
  const expiresAt = new Date(at.getTime() + hours * 3_600_000)
  await tx.insert(sessions).values({
    id: sessionId,
    tokenHash: sha256Hex(token),
    userId: user.id,
    assurance,
    userAgent: browser.userAgent.slice(0, 400),
    createdAt: at,
    steppedUpAt: assurance === 2 ? at : null,
    lastSeenAt: at,
    idleMinutes,
    expiresAt,
  })
  const letters = (await isNewDevice(tx, user.id, browser.device, at))
    ? [newDeviceLetter(user, browser.userAgent, at, sessionId)]
    : []
  return { session: { token, sessionId, expiresAt: expiresAt.toISOString() }, letters }
}

async function limitsOf(tx: Tx, userId: string): Promise<typeof USUAL> {
  const held = await tx
    .select({ role: roles.role })
    .from(roles)
    .where(and(eq(roles.userId, userId), isNull(roles.revokedAt), ne(roles.role, 'registrar')))
  if (held.length === 0) return USUAL
  return held.every(({ role }) => READERS.includes(role)) ? OF_READERS : OF_PIR
}

/** Remembers the browser. True when the account was used before, and never from this one. */
async function isNewDevice(tx: Tx, userId: string, device: string, at: Date): Promise<boolean> {
  const deviceHash = sha256Hex(device)
  const known = await tx
    .select({ deviceHash: knownDevices.deviceHash })
    .from(knownDevices)
    .where(eq(knownDevices.userId, userId))
  if (known.some((each) => each.deviceHash === deviceHash)) return false
  await tx
    .insert(knownDevices)
    .values({ userId, deviceHash, firstSeenAt: at })
    .onConflictDoNothing({ target: [knownDevices.userId, knownDevices.deviceHash] })
  return known.length > 0
}
