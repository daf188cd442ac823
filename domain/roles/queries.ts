import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { type PirRole, roles, users } from '@/db/schema/people'

/** Every programme officer who can sign in, by name. */
export const programmeOfficers = (db: Reader) => holdersOf(db, 'programme-officer')

/** Every finance officer who can sign in, by name. */
export const financeOfficers = (db: Reader) => holdersOf(db, 'finance-officer')

function holdersOf(db: Reader, role: PirRole): Promise<{ id: string; name: string; email: string }[]> {
  return db
    .selectDistinct({ id: users.id, name: users.name, email: users.email })
    .from(roles)
    .innerJoin(users, eq(users.id, roles.userId))
    .where(and(eq(roles.role, role), isNull(roles.revokedAt), eq(users.status, 'active')))
    .orderBy(asc(users.name))
}
