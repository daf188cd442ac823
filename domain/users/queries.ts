import { and, asc, count, desc, eq, exists, ilike, isNull, or, sql } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { memberships, organisations, recoveryCodes, roles, sessions, users } from '@/db/schema/people'
import { query } from '@/lib/query'
import { readTotpSeed } from './totp'

/** The state of one's own second factor: the seed only while a set-up is unfinished. */
export const ownSecondFactor = query('account.own', async ({ db, actor }) => {
  const [user] = await db.select().from(users).where(eq(users.id, actor.userId))
  if (!user) return undefined
  const [left] = await db
    .select({ count: count() })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.userId, user.id), isNull(recoveryCodes.usedAt)))
  const unfinished = user.totpSecret !== null && user.totpConfirmedAt === null
  return {
    confirmedAt: user.totpConfirmedAt,
    recoveryCodesLeft: left?.count ?? 0,
    setUp: unfinished ? readTotpSeed(user.totpSecret!, user.email) : undefined,
  }
})

type Asked<I> = Parameters<Parameters<typeof query<I, unknown>>[1]>[0]
type Wanted = { search: string; role: string; page: number }

const PAGE = 50

/** People, fifty to a page, by name or address or the role they hold. */
export const listPeople = query('people.read', async ({ db, input }: Asked<Wanted>) => {
  const fitting = and(searched(input.search), withRole(db, input.role))
  const [total] = await db.select({ count: count() }).from(users).where(fitting)
  const rows = await db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      status: users.status,
      verified: sql<boolean>`${users.emailVerifiedAt} is not null`,
      secondFactor: sql<boolean>`${users.totpConfirmedAt} is not null`,
      roles: sql<
        string[]
      >`array(select role from roles where user_id = users.id and revoked_at is null order by role)`,
      organisations: sql<string[]>`array(select distinct o.legal_name from memberships m
        join organisations o on o.id = m.organisation_id where m.user_id = users.id and m.ended_at is null)`,
    })
    .from(users)
    .where(fitting)
    .orderBy(asc(users.name), asc(users.id))
    .limit(PAGE)
    .offset((input.page - 1) * PAGE)
  return { rows, total: total?.count ?? 0, pages: Math.ceil((total?.count ?? 0) / PAGE) }
})

function searched(text: string) {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  return text ? or(ilike(users.name, pattern), ilike(users.email, pattern)) : undefined
}

function withRole(db: Reader, role: string) {
  if (!role) return undefined
  const held = and(eq(roles.userId, users.id), isNull(roles.revokedAt), sql`${roles.role} = ${role}`)
  return exists(db.select({ id: roles.id }).from(roles).where(held))
}

/** One person as an administrator or auditor may see them: never a secret, never what they read or wrote. */
export const readPerson = query('people.read', async ({ db, input }: Asked<string>) => {
  const [user] = await db.select().from(users).where(eq(users.id, input))
  if (!user) return undefined
  const held = await db.select().from(roles).where(eq(roles.userId, user.id)).orderBy(desc(roles.grantedAt))
  const member = await db
    .select({ organisation: organisations.legalName, role: memberships.role })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(eq(memberships.userId, user.id), isNull(memberships.endedAt)))
    .orderBy(asc(organisations.legalName))
  const [open] = await db
    .select({ count: count() })
    .from(sessions)
    .where(
      and(
        eq(sessions.userId, user.id),
        isNull(sessions.revokedAt),
        sql`${sessions.expiresAt} > clock_timestamp()`,
      ),
    )
  const { id, name, email, status, pseudonym, emailVerifiedAt, totpConfirmedAt, createdAt, erasedAt } = user
  return {
    person: { id, name, email, status, pseudonym, emailVerifiedAt, totpConfirmedAt, createdAt, erasedAt },
    roles: held,
    memberships: member,
    openSessions: open?.count ?? 0,
  }
})
