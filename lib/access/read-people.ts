import type { Sql } from '@/db/client'
import type { Person } from './actor'

/** So long a code that was entered counts as fresh. */
const FRESH_MINUTES = 5

type Row = {
  userId: string
  pseudonym: string
  name: string
  email: string
  timeZone: string | null
  totpConfirmed: boolean
  biddingHeldUntil: string | Date | null
  roles: { role: Person['roles'][number]; registrarIanaId: number | null }[]
  memberships: Person['memberships']
}
type Session = { sessionId: string; assurance: number; freshFactor: boolean }

/** A person is one row: an account with the roles and memberships of this moment. */
const account = (sql: Sql) => sql`
  u.id as "userId", u.pseudonym, u.name, u.email, u.time_zone as "timeZone",
  u.totp_confirmed_at is not null as "totpConfirmed", u.bidding_held_until as "biddingHeldUntil",
  array(select json_build_object('role', r.role, 'registrarIanaId', r.registrar_iana_id)
    from roles r where r.user_id = u.id and r.revoked_at is null) as roles,
  array(select json_build_object('organisationId', m.organisation_id, 'role', m.role)
    from memberships m where m.user_id = u.id and m.ended_at is null) as memberships`

/**
 * The people behind session tokens, in one statement. A session that is unknown, idle too long, expired or revoked has no
 * entry.
 * @param hashes SHA-256 of the tokens, in hex
 */
export async function peopleByTokens(sql: Sql, hashes: readonly string[]): Promise<Map<string, Person>> {
  const rows = await sql<(Row & Session & { tokenHash: string })[]>`
    select s.token_hash as "tokenHash", s.id as "sessionId", s.assurance,
      coalesce(s.stepped_up_at > clock_timestamp() - make_interval(mins => ${FRESH_MINUTES}::int), false) as "freshFactor",
      ${account(sql)}
    from sessions s join users u on u.id = s.user_id
    where s.token_hash = any(${hashes as string[]}::text[]) and s.revoked_at is null
      and s.expires_at > clock_timestamp()
      and s.last_seen_at > clock_timestamp() - make_interval(mins => s.idle_minutes)
      and u.status = 'active'`
  return new Map(rows.map(({ tokenHash, ...row }) => [tokenHash, personOf(row)]))
}

/** The person of an active account, with the session that is said. */
export async function personOfUser(sql: Sql, userId: string, session: Session): Promise<Person | undefined> {
  const [row] = await sql<Row[]>`
    select ${account(sql)} from users u where u.id = ${userId} and u.status = 'active'`
  return row && personOf({ ...row, ...session })
}

function personOf({ roles, biddingHeldUntil, ...row }: Row & Session): Person {
  return {
    kind: 'person',
    ...row,
    biddingHeldUntil: biddingHeldUntil === null ? null : new Date(biddingHeldUntil),
    roles: roles.map(({ role }) => role),
    registrarIanaId: roles.find(({ role }) => role === 'registrar')?.registrarIanaId ?? null,
  }
}
