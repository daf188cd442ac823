import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { roles, users } from '@/db/schema/people'

/** Who acts for a registrar now (R16.1), by name. */
export function peopleActing(db: Reader, ianaId: number) {
  return db
    .select({ userId: users.id, name: users.name, email: users.email, since: roles.grantedAt })
    .from(roles)
    .innerJoin(users, eq(users.id, roles.userId))
    .where(
      and(
        eq(roles.role, 'registrar'),
        eq(roles.registrarIanaId, ianaId),
        isNull(roles.revokedAt),
        eq(users.status, 'active'),
      ),
    )
    .orderBy(asc(users.name), asc(users.id))
}
