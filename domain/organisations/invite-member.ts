import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { invitations, users } from '@/db/schema/people'
import { Email } from '@/domain/users/input'
import { refuse } from '@/lib/errors'
import { sha256Hex } from '@/lib/hash'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { newToken } from '@/lib/secrets'
import { invitationLetter } from './letters'
import { activeMemberships, lockOwned } from './lock-organisation'
import { memberRoles } from './rules'

const DAYS = 7

/**
 * Invites someone by mail to act for the organisation; the link is for that address, works once and for seven days. A
 * new invitation replaces an open one. Refuses `organisation.member-exists`.
 */
export const inviteMember = operation('organisation.invite', {
  input: z.strictObject({
    organisationId: z.string().max(60),
    email: Email,
    role: z.enum(memberRoles, 'Choose what they may do.'),
  }),
  subject: (tx, { organisationId }, actor) => lockOwned(tx, organisationId, actor),
  async run({ tx, at, actor, input, subject: organisation }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    const { email, role } = input
    const [known] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email))
    const members = await activeMemberships(tx, organisation.id)
    if (members.some((member) => member.userId === known?.id && member.role === role))
      throw refuse('organisation.member-exists', {}, { email: 'This person has that role already.' })
    await tx
      .update(invitations)
      .set({ revokedAt: at })
      .where(
        and(
          eq(invitations.organisationId, organisation.id),
          eq(invitations.email, email),
          eq(invitations.role, role),
          isNull(invitations.acceptedAt),
          isNull(invitations.revokedAt),
        ),
      )
    const token = newToken()
    const invitationId = newId('inv', at)
    await tx.insert(invitations).values({
      id: invitationId,
      organisationId: organisation.id,
      email,
      role,
      tokenHash: sha256Hex(token),
      invitedBy: actor.userId,
      createdAt: at,
      expiresAt: new Date(at.getTime() + DAYS * 86_400_000),
    })
    return {
      result: { invitationId },
      audit: { object: organisation.id, facts: { invitationId, role } },
      letters: [invitationLetter({ email, role, organisation, by: actor.name, token })],
    }
  },
})
