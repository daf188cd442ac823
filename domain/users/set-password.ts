import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { users } from '@/db/schema/people'
import { type Refusal, refuse, registry } from '@/lib/errors'
import { hashPassword } from './password'
import { passwordProblem } from './rules'

/** Refuses a password that will not do for this person, at its field. */
export function requireGoodPassword(password: string, person: { email: string; name: string }): void {
  const problem = passwordProblem(password, person)
  if (problem) throw badPassword(problem)
}

function badPassword(code: NonNullable<ReturnType<typeof passwordProblem>>): Refusal {
  return refuse(code, {}, { password: registry[code][1] })
}

/** Stores the hash of a person's new password. Refuses `password.*`. */
export async function setPassword(
  tx: Tx,
  user: { id: string; email: string; name: string },
  password: string,
): Promise<void> {
  requireGoodPassword(password, user)
  await tx
    .update(users)
    .set({ passwordHash: await hashPassword(password) })
    .where(eq(users.id, user.id))
}
