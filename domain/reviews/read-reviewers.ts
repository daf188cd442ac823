import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { roles, users } from '@/db/schema/people'
import type { Someone } from './detect-conflict'

/** Active people who hold the reviewer's role now, by name; with an id that one alone. */
export function readReviewers(db: Reader, userId?: string): Promise<Someone[]> {
  return db
    .select({ userId: users.id, name: users.name, email: users.email })
    .from(users)
    .innerJoin(roles, eq(roles.userId, users.id))
    .where(
      and(
        eq(users.status, 'active'),
        eq(roles.role, 'reviewer'),
        isNull(roles.revokedAt),
        userId ? eq(users.id, userId) : undefined,
      ),
    )
    .orderBy(asc(users.name), asc(users.id))
}
