import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { roles, users } from '@/db/schema/people'
import { custodianKeys } from '@/db/schema/sealing'

/** Everyone who holds the role of a custodian now, with its own key where it has registered one. */
export function currentCustodians(db: Reader) {
  return db
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      employer: custodianKeys.employer,
      recipient: custodianKeys.recipient,
      registeredAt: custodianKeys.registeredAt,
    })
    .from(roles)
    .innerJoin(users, and(eq(users.id, roles.userId), eq(users.status, 'active')))
    .leftJoin(custodianKeys, and(eq(custodianKeys.userId, users.id), isNull(custodianKeys.endedAt)))
    .where(and(eq(roles.role, 'custodian'), isNull(roles.revokedAt)))
    .orderBy(asc(users.name), asc(users.id))
}

export type Custodian = Awaited<ReturnType<typeof currentCustodians>>[number]
