import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { registrarInvitations } from '@/db/schema/allocations'
import { registrars } from '@/db/schema/applications'
import { Email } from '@/domain/users/input'
import { refuse } from '@/lib/errors'
import { sha256Hex } from '@/lib/hash'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { newToken } from '@/lib/secrets'
import { IanaId } from './input'
import { invitationLetter } from './letters'
import { peopleActing } from './people-acting'
import { canSponsor, INVITATION_DAYS } from './rules'

/**
 * Invites somebody by mail to act for a registrar (R4.2): the link is for that address, works once and for seven days. A
 * new invitation replaces an open one. Refuses: thing.not-found, registrar.not-accredited, registrar.person-exists.
 */
export const invitePerson = operation('registrar.invite', {
  input: z.strictObject({ ianaId: IanaId, email: Email }),
  async subject(tx, { ianaId }) {
    const [row] = await tx.select().from(registrars).where(eq(registrars.ianaId, ianaId)).for('update')
    return row
  },
  check({ subject: registrar }) {
    if (!canSponsor(registrar)) throw refuse('registrar.not-accredited', { name: registrar.name })
  },
  async run({ tx, at, actor, input: { ianaId, email }, subject: registrar }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    const acting = await peopleActing(tx, ianaId)
    if (acting.some((person) => person.email === email))
      throw refuse('registrar.person-exists', {}, { email: 'This person acts for the registrar already.' })
    await tx
      .update(registrarInvitations)
      .set({ revokedAt: at })
      .where(
        and(
          eq(registrarInvitations.registrarIanaId, ianaId),
          eq(registrarInvitations.email, email),
          isNull(registrarInvitations.acceptedAt),
          isNull(registrarInvitations.revokedAt),
        ),
      )
    const [invitationId, token] = [newId('inv', at), newToken()]
    await tx.insert(registrarInvitations).values({
      id: invitationId,
      registrarIanaId: ianaId,
      email,
      tokenHash: sha256Hex(token),
      invitedBy: actor.userId,
      createdAt: at,
      expiresAt: new Date(at.getTime() + INVITATION_DAYS * 86_400_000),
    })
    return {
      result: { invitationId },
      audit: { object: `registrar:${ianaId}`, facts: { invitationId } },
      letters: [invitationLetter({ email, registrar: registrar.name, token })],
    }
  },
})
