import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { invitations } from '@/db/schema/people'
import { operation } from '@/lib/operation'
import { lockOwned } from './lock-organisation'

/** Takes an open invitation back; its link opens nothing. */
export const revokeInvitation = operation('organisation.revoke-invitation', {
  input: z.strictObject({ invitationId: z.string().max(60) }),
  async subject(tx, { invitationId }, actor) {
    const [invitation] = await tx
      .select()
      .from(invitations)
      .where(
        and(eq(invitations.id, invitationId), isNull(invitations.acceptedAt), isNull(invitations.revokedAt)),
      )
      .for('update')
    const owned = invitation && (await lockOwned(tx, invitation.organisationId, actor))
    return owned && invitation
  },
  async run({ tx, at, subject: invitation }) {
    await tx.update(invitations).set({ revokedAt: at }).where(eq(invitations.id, invitation.id))
    return {
      result: { organisationId: invitation.organisationId },
      audit: { object: invitation.organisationId, facts: { invitationId: invitation.id } },
    }
  },
})
