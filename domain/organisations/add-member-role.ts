import { z } from 'zod'
import { operation } from '@/lib/operation'
import { join } from './join'
import { activeMemberships, lockOwned } from './lock-organisation'
import { memberRoles } from './rules'

/** Gives a person who acts for the organisation one more role there. Refuses `organisation.member-exists`. */
export const addMemberRole = operation('organisation.add-role', {
  input: z.strictObject({
    organisationId: z.string().max(60),
    userId: z.string().max(60),
    role: z.enum(memberRoles, 'Choose what they may do.'),
  }),
  async subject(tx, { organisationId, userId }, actor) {
    const organisation = await lockOwned(tx, organisationId, actor)
    if (!organisation) return undefined
    const members = await activeMemberships(tx, organisationId)
    return members.some((member) => member.userId === userId) ? organisation : undefined
  },
  async run({ tx, at, input: { organisationId, userId, role } }) {
    const membershipId = await join(tx, { organisationId, userId, role, at })
    return { result: { membershipId }, audit: { object: organisationId, facts: { membershipId, role } } }
  },
})
