import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { memberships } from '@/db/schema/people'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { activeMemberships, lockOwned } from './lock-organisation'

/** Ends one role of one person for the organisation, at once. Refuses `organisation.last-owner`. */
export const endMembership = operation('organisation.end-membership', {
  input: z.strictObject({ organisationId: z.string().max(60), membershipId: z.string().max(60) }),
  async subject(tx, { organisationId, membershipId }, actor) {
    const organisation = await lockOwned(tx, organisationId, actor)
    if (!organisation) return undefined
    const members = await activeMemberships(tx, organisationId)
    const membership = members.find((member) => member.id === membershipId)
    return membership && { members, membership }
  },
  check({ subject: { members, membership } }) {
    const owners = members.filter(({ role }) => role === 'owner')
    if (membership.role === 'owner' && owners.length === 1) throw refuse('organisation.last-owner')
  },
  async run({ tx, at, input: { organisationId }, subject: { membership } }) {
    await tx.update(memberships).set({ endedAt: at }).where(eq(memberships.id, membership.id))
    return {
      result: { organisationId },
      audit: { object: organisationId, facts: { membershipId: membership.id, role: membership.role } },
    }
  },
})
