import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { registrarInvitations } from '@/db/schema/allocations'
import { registrars } from '@/db/schema/applications'
import { holdRole } from '@/domain/roles/hold-role'
import { isPirPerson } from '@/lib/access/actor'
import { refuse } from '@/lib/errors'
import { sha256Hex } from '@/lib/hash'
import { operation } from '@/lib/operation'
import { canSponsor } from './rules'

/**
 * Accepts an invitation to act for a registrar, by the person whose confirmed address it went to; nobody of the
 * programme does. Refuses: invitation.invalid, registrar.no-pir-person, registrar.not-accredited, role.held.
 */
export const acceptRegistrarInvitation = operation('registrar.accept-invitation', {
  input: z.strictObject({ token: z.string().max(100) }),
  async subject(tx, { token }) {
    const [found] = await tx
      .select({ invitation: registrarInvitations, registrar: registrars })
      .from(registrarInvitations)
      .innerJoin(registrars, eq(registrars.ianaId, registrarInvitations.registrarIanaId))
      .where(
        and(
          eq(registrarInvitations.tokenHash, sha256Hex(token)),
          isNull(registrarInvitations.acceptedAt),
          isNull(registrarInvitations.revokedAt),
        ),
      )
      .for('update', { of: registrarInvitations })
    return { found }
  },
  async run({ tx, at, actor, subject: { found } }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    if (!found || found.invitation.expiresAt <= at || found.invitation.email !== actor.email)
      throw refuse('invitation.invalid')
    if (isPirPerson(actor)) throw refuse('registrar.no-pir-person')
    const { invitation, registrar } = found
    if (!canSponsor(registrar)) throw refuse('registrar.not-accredited', { name: registrar.name })
    const { ianaId } = registrar
    await tx
      .update(registrarInvitations)
      .set({ acceptedAt: at, acceptedBy: actor.userId })
      .where(eq(registrarInvitations.id, invitation.id))
    await holdRole(tx, { userId: actor.userId, role: 'registrar', registrarIanaId: ianaId, at })
    return {
      result: { ianaId },
      audit: {
        object: `registrar:${ianaId}`,
        facts: { invitationId: invitation.id, person: actor.pseudonym },
      },
    }
  },
})
