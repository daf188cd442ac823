import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { invitations } from '@/db/schema/people'
import { refuse } from '@/lib/errors'
import { sha256Hex } from '@/lib/hash'
import { operation } from '@/lib/operation'
import { join } from './join'

/**
 * Accepts an invitation, by the person whose confirmed address it went to. Refuses `invitation.invalid`,
 * `organisation.member-exists`, `role.conflicts-with-applicant`.
 */
export const acceptInvitation = operation('organisation.accept-invitation', {
  input: z.strictObject({ token: z.string().max(100) }),
  async subject(tx, { token }) {
    const [invitation] = await tx
      .select()
      .from(invitations)
      .where(
        and(
          eq(invitations.tokenHash, sha256Hex(token)),
          isNull(invitations.acceptedAt),
          isNull(invitations.revokedAt),
        ),
      )
      .for('update')
    return { invitation }
  },
  async run({ tx, at, actor, subject: { invitation } }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    if (!invitation || invitation.expiresAt <= at || invitation.email !== actor.email)
      throw refuse('invitation.invalid')
    const { organisationId, role } = invitation
    await tx.update(invitations).set({ acceptedAt: at }).where(eq(invitations.id, invitation.id))
    await join(tx, { organisationId, userId: actor.userId, role, at })
    return {
      result: { organisationId },
      audit: { object: organisationId, facts: { invitationId: invitation.id, role } },
    }
  },
})
