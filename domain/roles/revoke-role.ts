import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { roles } from '@/db/schema/people'
import { endSessions } from '@/domain/sessions/end-sessions'
import { lockAnyUser } from '@/domain/users/set-user-status'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { isHeldByAnother } from './hold-role'
import { roleChangedLetter } from './letters'

/** Ends a role at once; the person's sessions end with it. Refuses `role.not-held`, `role.last-administrator`. */
export const revokeRole = operation('role.revoke', {
  input: z.strictObject({
    roleId: z.string().max(60),
    reason: z.string().trim().min(1, 'Say why.').max(500, 'Use at most 500 characters.'),
  }),
  async subject(tx, { roleId }) {
    const [role] = await tx.select().from(roles).where(eq(roles.id, roleId)).for('update')
    const user = role && (await lockAnyUser(tx, role.userId))
    return role && user && { role, user }
  },
  check({ subject: { role } }) {
    if (role.revokedAt) throw refuse('role.not-held')
  },
  async run({ tx, at, input, subject: { role, user } }) {
    if (role.role === 'administrator' && !(await isHeldByAnother(tx, 'administrator', user.id)))
      throw refuse('role.last-administrator')
    await tx
      .update(roles)
      .set({ revokedAt: at, revokeReason: input.reason })
      .where(and(eq(roles.id, role.id), isNull(roles.revokedAt)))
    await endSessions(tx, user.id, at)
    return {
      result: { roleId: role.id },
      audit: { object: user.pseudonym, facts: { role: role.role } },
      letters: [roleChangedLetter(user, 'revoked', role.role, at)],
    }
  },
})
