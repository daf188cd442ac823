import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { registrarInvitations } from '@/db/schema/allocations'
import { operation } from '@/lib/operation'

/** Takes an open invitation to act for a registrar back; its link opens nothing. */
export const revokeRegistrarInvitation = operation('registrar.revoke-invitation', {
  input: z.strictObject({ invitationId: z.string().max(60) }),
  async subject(tx, { invitationId }) {
    const [open] = await tx
      .select()
      .from(registrarInvitations)
      .where(
        and(
          eq(registrarInvitations.id, invitationId),
          isNull(registrarInvitations.acceptedAt),
          isNull(registrarInvitations.revokedAt),
        ),
      )
      .for('update')
    return open
  },
  async run({ tx, at, subject: { id, registrarIanaId } }) {
    await tx.update(registrarInvitations).set({ revokedAt: at }).where(eq(registrarInvitations.id, id))
    return {
      result: { ianaId: registrarIanaId },
      audit: { object: `registrar:${registrarIanaId}`, facts: { invitationId: id } },
    }
  },
})
