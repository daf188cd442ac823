import { and, eq } from 'drizzle-orm'
import type { Reader, Tx } from '@/db/client'
import { users } from '@/db/schema/people'
import type { Actor } from '@/lib/access/actor'

export type User = typeof users.$inferSelect

/** The signed-in person's own row, locked. */
export async function lockSelf(tx: Tx, actor: Actor): Promise<User | undefined> {
  if (actor.kind !== 'person') return undefined
  return lockUser(tx, actor.userId)
}

/** An active person's row, locked. */
export async function lockUser(tx: Tx, userId: string): Promise<User | undefined> {
  const [user] = await tx
    .select()
    .from(users)
    .where(and(eq(users.id, userId), eq(users.status, 'active')))
    .for('update')
  return user
}

/** By normalised address, whatever the state. */
export async function userByEmail(db: Reader, email: string): Promise<User | undefined> {
  const [user] = await db.select().from(users).where(eq(users.email, email))
  return user
}
