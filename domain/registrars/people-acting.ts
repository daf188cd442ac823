import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { registrars } from '@/db/schema/applications'
import { roles, users } from '@/db/schema/people'

const acting = and(eq(roles.role, 'registrar'), isNull(roles.revokedAt), eq(users.status, 'active'))

/** Who acts for a registrar now (R16.1), by name. */
export function peopleActing(db: Reader, ianaId: number) {
  return db
    .select({ userId: users.id, name: users.name, email: users.email, since: roles.grantedAt })
    .from(roles)
    .innerJoin(users, eq(users.id, roles.userId))
    .where(and(acting, eq(roles.registrarIanaId, ianaId)))
    .orderBy(asc(users.name), asc(users.id))
}

/** Everyone who acts for some registrar now, with its IANA id and name. */
export function everyoneActing(db: Reader) {
  return db
    .select({ name: users.name, email: users.email, ianaId: registrars.ianaId, registrar: registrars.name })
    .from(roles)
    .innerJoin(users, eq(users.id, roles.userId))
    .innerJoin(registrars, eq(registrars.ianaId, roles.registrarIanaId))
    .where(acting)
    .orderBy(asc(users.name), asc(users.id))
}
