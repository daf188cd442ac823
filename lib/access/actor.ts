import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { memberships, type PirRole, pirRoles, roles, sessions, users } from '@/db/schema/people'
import { sha256Hex } from '@/lib/hash'

export type MemberRole = 'owner' | 'editor' | 'bidder'

/** A signed-in person as of this request: roles and memberships are read anew each time (R16.4). */
export type Person = {
  kind: 'person'
  userId: string
  pseudonym: string
  name: string
  email: string
  sessionId: string
  /** 1: password only. 2: password and authenticator; PIR roles and bidders need 2. */
  assurance: number
  timeZone: string | null
  totpConfirmed: boolean
  /** A code was entered in this session within the last five minutes: what approving asks (ASVS V7.5.3). */
  freshFactor: boolean
  /** No bids before this instant, past or to come; null when there never was a reason. */
  biddingHeldUntil: Date | null
  roles: readonly (PirRole | 'registrar')[]
  registrarIanaId: number | null
  memberships: readonly { organisationId: string; role: MemberRole }[]
}

export type Actor = Person | { kind: 'system'; job: string } | { kind: 'anyone' }

export const anyone: Actor = { kind: 'anyone' }

/** The worker acting under a job's name. */
export function systemActor(job: string): Actor {
  return { kind: 'system', job }
}

export function isPirPerson(actor: Actor): boolean {
  return actor.kind === 'person' && actor.roles.some((role) => (pirRoles as readonly string[]).includes(role))
}

/** How the audit log names an actor: never by name or address (R9.3). */
export function auditName(actor: Actor): string {
  if (actor.kind === 'person') return actor.pseudonym
  return actor.kind === 'system' ? `system:${actor.job}` : 'anyone'
}

/** The session was used within its idle time. */
export const sessionInUse = gt(
  sessions.lastSeenAt,
  sql`clock_timestamp() - make_interval(mins => ${sessions.idleMinutes})`,
)

/** So long a code that was entered counts as fresh. */
export const FRESH_MINUTES = 5

const enteredLately = sql<boolean>`
  coalesce(${sessions.steppedUpAt} > clock_timestamp() - make_interval(mins => ${FRESH_MINUTES}::int), false)`

/** The person behind a session token, or undefined when the session is unknown, idle too long, expired or revoked. */
export async function personByToken(db: Reader, token: string): Promise<Person | undefined> {
  const [row] = await db
    .select({ session: sessions, user: users, freshFactor: enteredLately })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(
      and(
        eq(sessions.tokenHash, sha256Hex(token)),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, sql`clock_timestamp()`),
        sessionInUse,
        eq(users.status, 'active'),
      ),
    )
  if (!row) return undefined
  const { id, assurance } = row.session
  return personOf(db, row.user, { id, assurance, freshFactor: row.freshFactor })
}

/** The person as they are now, without a session: for the requester of a two-person operation and for scripts. */
export async function personById(db: Reader, userId: string, assurance: number): Promise<Person | undefined> {
  const [user] = await db
    .select()
    .from(users)
    .where(and(eq(users.id, userId), eq(users.status, 'active')))
  return user && personOf(db, user, { id: '', assurance, freshFactor: assurance >= 2 })
}

async function personOf(
  db: Reader,
  user: typeof users.$inferSelect,
  session: { id: string; assurance: number; freshFactor: boolean },
): Promise<Person> {
  const held = await db
    .select()
    .from(roles)
    .where(and(eq(roles.userId, user.id), isNull(roles.revokedAt)))
  const member = await db
    .select({ organisationId: memberships.organisationId, role: memberships.role })
    .from(memberships)
    .where(and(eq(memberships.userId, user.id), isNull(memberships.endedAt)))
  return {
    kind: 'person',
    userId: user.id,
    pseudonym: user.pseudonym,
    name: user.name,
    email: user.email,
    sessionId: session.id,
    assurance: session.assurance,
    freshFactor: session.freshFactor,
    biddingHeldUntil: user.biddingHeldUntil,
    timeZone: user.timeZone,
    totpConfirmed: user.totpConfirmedAt !== null,
    roles: held.map((row) => row.role),
    registrarIanaId: held.find((row) => row.role === 'registrar')?.registrarIanaId ?? null,
    memberships: member,
  }
}
