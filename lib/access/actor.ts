import { gt, sql } from 'drizzle-orm'
import { type Reader, sqlOf } from '@/db/client'
import { type PirRole, pirRoles, sessions } from '@/db/schema/people'
import { sha256Hex } from '@/lib/hash'
import { peopleByTokens, personOfUser } from './read-people'

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

/** The person behind a session token, or undefined when the session is unknown, idle too long, expired or revoked. */
export async function personByToken(db: Reader, token: string): Promise<Person | undefined> {
  const tokenHash = sha256Hex(token)
  return (await peopleByTokens(sqlOf(db), [tokenHash])).get(tokenHash)
}

/** The person as they are now, without a session: for the requester of a two-person operation and for scripts. */
export function personById(db: Reader, userId: string, assurance: number): Promise<Person | undefined> {
  return personOfUser(sqlOf(db), userId, { sessionId: '', assurance, freshFactor: assurance >= 2 })
}
