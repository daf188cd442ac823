import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { users } from '@/db/schema/people'
import { endCalendar } from '@/domain/feeds/end-calendar'
import { endSessions } from '@/domain/sessions/end-sessions'
import type { Actor } from '@/lib/access/actor'
import { accountStatusLetter } from './letters'
import type { User } from './read-user'

export async function lockAnyUser(tx: Tx, userId: string): Promise<User | undefined> {
  const [user] = await tx.select().from(users).where(eq(users.id, userId)).for('update')
  return user
}

export function isSelf(actor: Actor, user: User): boolean {
  return actor.kind === 'person' && actor.userId === user.id
}

/** Disables or enables an account. Disabling ends its sessions and its calendar's address; roles and memberships stay and count for nothing. */
export async function setUserStatus(tx: Tx, user: User, status: 'active' | 'disabled', at: Date) {
  await tx.update(users).set({ status }).where(eq(users.id, user.id))
  if (status === 'disabled') {
    await endSessions(tx, user.id, at)
    await endCalendar(tx, user.id, at)
  }
  return {
    result: { status },
    audit: { object: user.pseudonym },
    letters: [accountStatusLetter(user, status, at)],
  }
}
