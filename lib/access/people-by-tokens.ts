import type { Sql } from '@/db/client'
import { FRESH_MINUTES, type Person } from './actor'

type Row = {
  tokenHash: string
  sessionId: string
  assurance: number
  userId: string
  pseudonym: string
  name: string
  email: string
  timeZone: string | null
  totpConfirmed: boolean
  freshFactor: boolean
  biddingHeldUntil: string | Date | null
  roles: { role: Person['roles'][number]; registrarIanaId: number | null }[]
  memberships: Person['memberships']
}

/**
 * The people behind many session tokens, in one statement: what `personByToken` is for one. A session that is unknown,
 * idle too long, expired or revoked has no entry.
 * @param hashes SHA-256 of the tokens, in hex
 */
export async function peopleByTokens(sql: Sql, hashes: readonly string[]): Promise<Map<string, Person>> {
  const rows = await sql<Row[]>`
    select s.token_hash as "tokenHash", s.id as "sessionId", s.assurance, u.id as "userId", u.pseudonym, u.name,
      u.email, u.time_zone as "timeZone", u.totp_confirmed_at is not null as "totpConfirmed",
      coalesce(s.stepped_up_at > clock_timestamp() - make_interval(mins => ${FRESH_MINUTES}::int), false) as "freshFactor",
      u.bidding_held_until as "biddingHeldUntil",
      array(select json_build_object('role', r.role, 'registrarIanaId', r.registrar_iana_id)
        from roles r where r.user_id = u.id and r.revoked_at is null) as roles,
      array(select json_build_object('organisationId', m.organisation_id, 'role', m.role)
        from memberships m where m.user_id = u.id and m.ended_at is null) as memberships
    from sessions s join users u on u.id = s.user_id
    where s.token_hash = any(${hashes as string[]}::text[]) and s.revoked_at is null
      and s.expires_at > clock_timestamp()
      and s.last_seen_at > clock_timestamp() - make_interval(mins => s.idle_minutes)
      and u.status = 'active'`
  return new Map(rows.map((row) => [row.tokenHash, personOf(row)]))
}

function personOf({ tokenHash: _, roles, biddingHeldUntil, ...row }: Row): Person {
  return {
    kind: 'person',
    ...row,
    biddingHeldUntil: biddingHeldUntil === null ? null : new Date(biddingHeldUntil),
    roles: roles.map(({ role }) => role),
    registrarIanaId: roles.find(({ role }) => role === 'registrar')?.registrarIanaId ?? null,
  }
}
