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

const HOURS = 12
const HOURS_OF_PIR = 8

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
  const hours = (await holdsPirRole(tx, user.id)) ? HOURS_OF_PIR : HOURS
  const expiresAt = new Date(at.getTime() + hours * 3_600_000)
  await tx.insert(sessions).values({
    id: sessionId,
    tokenHash: sha256Hex(token),
    userId: user.id,
    assurance,
    userAgent: browser.userAgent.slice(0, 400),
    createdAt: at,
    lastSeenAt: at,
    expiresAt,
  })
  const letters = (await isNewDevice(tx, user.id, browser.device, at))
    ? [newDeviceLetter(user, browser.userAgent, at, sessionId)]
    : []
  return { session: { token, sessionId, expiresAt: expiresAt.toISOString() }, letters }
}

async function holdsPirRole(tx: Tx, userId: string): Promise<boolean> {
  const held = await tx
    .select({ id: roles.id })
    .from(roles)
    .where(and(eq(roles.userId, userId), isNull(roles.revokedAt), ne(roles.role, 'registrar')))
    .limit(1)
  return held.length > 0
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
