import { and, asc, eq, isNull, notExists } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { roles, users } from '@/db/schema/people'
import { conflictDeclarations } from '@/db/schema/reviews'

/** Active people who chair panels and have declared no conflict with an application (R6.2): whom news of its review reaches. */
export function readChairs(db: Reader, applicationId: string): Promise<{ name: string; email: string }[]> {
  return db
    .selectDistinct({ name: users.name, email: users.email })
    .from(users)
    .innerJoin(roles, eq(roles.userId, users.id))
    .where(
      and(
        eq(users.status, 'active'),
        eq(roles.role, 'panel-chair'),
        isNull(roles.revokedAt),
        hasNoConflictWith(db, applicationId),
      ),
    )
    .orderBy(asc(users.email))
}

/** Of `users`: whoever declared no conflict with the application (R6.2). */
export function hasNoConflictWith(db: Reader, applicationId: string) {
  return notExists(
    db
      .select({ state: conflictDeclarations.state })
      .from(conflictDeclarations)
      .where(
        and(
          eq(conflictDeclarations.applicationId, applicationId),
          eq(conflictDeclarations.reviewerId, users.id),
          eq(conflictDeclarations.state, 'declared'),
        ),
      ),
  )
}
