import { and, eq, isNull, ne } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { type PirRole, roles, users } from '@/db/schema/people'
import { newId } from '@/lib/ids'

export type Role = PirRole | 'registrar'

/** The roles a person holds now, locked. */
export function lockRoles(tx: Tx, userId: string) {
  return tx
    .select()
    .from(roles)
    .where(and(eq(roles.userId, userId), isNull(roles.revokedAt)))
    .orderBy(roles.id)
    .for('update')
}

/** Writes a role as held from now on. The database refuses R16.2 and R4.3. */
export async function holdRole(
  tx: Tx,
  { userId, role, registrarIanaId, at }: { userId: string; role: Role; registrarIanaId?: number; at: Date },
): Promise<string> {
  const id = newId('rol', at)
  await tx.insert(roles).values({ id, userId, role, registrarIanaId: registrarIanaId ?? null, grantedAt: at })
  return id
}

/** Whether somebody else who can sign in holds the role. */
export async function isHeldByAnother(tx: Tx, role: Role, userId: string): Promise<boolean> {
  const others = await tx
    .select({ id: roles.id })
    .from(roles)
    .innerJoin(users, eq(users.id, roles.userId))
    .where(
      and(
        eq(roles.role, role),
        isNull(roles.revokedAt),
        ne(roles.userId, userId),
        eq(users.status, 'active'),
      ),
    )
    .limit(1)
  return others.length > 0
}
