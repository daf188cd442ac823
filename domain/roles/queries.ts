import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { roles, users } from '@/db/schema/people'

/** Every programme officer who can sign in, by name. */
export function programmeOfficers(db: Reader): Promise<{ id: string; name: string; email: string }[]> {
  return db
    .selectDistinct({ id: users.id, name: users.name, email: users.email })
    .from(roles)
    .innerJoin(users, eq(users.id, roles.userId))
    .where(and(eq(roles.role, 'programme-officer'), isNull(roles.revokedAt), eq(users.status, 'active')))
    .orderBy(asc(users.name))
}
