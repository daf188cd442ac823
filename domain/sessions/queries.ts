import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import { database, type Reader } from '@/db/client'
import { knownDevices, sessions, users, userTokens } from '@/db/schema/people'
import { type DemoPerson, demoOrganisations, demoPeople } from '@/db/seed/demo-people'
import { normaliseEmail } from '@/domain/users/normalise-email'
import { env } from '@/env'
import { type Person, personByToken, sessionInUse } from '@/lib/access/actor'
import { sha256Hex } from '@/lib/hash'
import { query } from '@/lib/query'
import { deviceWords } from './device-words'

/** A session by its token, as next-auth wants it, and the person behind it; undefined when it opens nothing. */
export async function readSession(token: string, db: Reader = database()) {
  const person = await personByToken(db, token)
  if (!person) return undefined
  const [row] = await db
    .select({ expires: sessions.expiresAt })
    .from(sessions)
    .where(eq(sessions.id, person.sessionId))
  if (!row) return undefined
  return {
    person,
    session: { sessionToken: token, userId: person.userId, expires: row.expires },
    user: { id: person.userId, name: person.name, email: person.email, emailVerified: null },
  }
}

/** Whose sign-in this ticket belongs to: for counting tries, never for letting anyone in. */
export async function ticketOwner(
  ticket: string,
  db: Reader = database(),
): Promise<{ userId: string; email: string } | undefined> {
  const [row] = await db
    .select({ userId: users.id, email: users.email })
    .from(userTokens)
    .innerJoin(users, eq(users.id, userTokens.userId))
    .where(and(eq(userTokens.tokenHash, sha256Hex(ticket)), eq(userTokens.purpose, 'sign-in')))
  return row
}

/**
 * What password tries are counted by: the address as typed, known or not. A browser that this account was used from
 * has a count of its own, so that a stranger who exhausts the other one locks nobody out (ASVS V6.3.1).
 */
export async function signInSubject(typed: string, device: string, db: Reader = database()): Promise<string> {
  const address = normaliseEmail(typed) ?? typed.trim().toLowerCase()
  const deviceHash = sha256Hex(device)
  const [known] = await db
    .select({ userId: users.id })
    .from(users)
    .innerJoin(knownDevices, eq(knownDevices.userId, users.id))
    .where(and(eq(users.email, address), eq(knownDevices.deviceHash, deviceHash)))
  return known ? `${address}|${deviceHash}` : address
}

/** The person's sessions that are open now, the one asking first. */
export const ownSessions = query('account.own', async ({ db, actor }) => {
  const rows = await db
    .select()
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, actor.userId),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, sql`clock_timestamp()`),
        sessionInUse,
      ),
    )
    .orderBy(desc(sessions.lastSeenAt))
  return rows
    .map((row) => ({
      id: row.id,
      device: deviceWords(row.userAgent),
      openedAt: row.createdAt,
      lastSeenAt: row.lastSeenAt,
      expiresAt: row.expiresAt,
      secondFactor: row.assurance >= 2,
      present: row.id === actor.sessionId,
    }))
    .sort((a, b) => Number(b.present) - Number(a.present))
})

/** Whom the sign-in page offers in the demo world; nobody outside it. */
export function demoSignIns(): (DemoPerson & { organisation?: string })[] {
  if (!env.DEMO) return []
  return demoPeople.map((person) => {
    const organisation = demoOrganisations.find(({ key }) => key === person.member?.organisation)
    return organisation ? { ...person, organisation: organisation.legalName } : person
  })
}

/** Whether this person's roles ask for a second factor that the present session lacks (R16.4). */
export function secondFactorDue(person: Person): boolean {
  const pir = person.roles.some((role) => role !== 'registrar')
  const bids = person.memberships.some(({ role }) => role === 'bidder')
  return (pir || bids) && person.assurance < 2
}
