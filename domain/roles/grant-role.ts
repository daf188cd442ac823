import { z } from 'zod'
import { pirRoles } from '@/db/schema/people'
import { endSessions } from '@/domain/sessions/end-sessions'
import { lockUser } from '@/domain/users/read-user'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { holdRole, lockRoles } from './hold-role'
import { roleChangedLetter } from './letters'
import { roleWords } from './rules'

const GrantRole = z
  .strictObject({
    userId: z.string().max(60),
    role: z.enum([...pirRoles, 'registrar'], 'Choose a role.'),
    registrarIanaId: z.coerce
      .number('Enter the IANA id as a number.')
      .int('Enter the IANA id as a whole number.')
      .positive('Enter the IANA id as a whole number.')
      .max(999_999, 'Enter the IANA id as a whole number.')
      .optional(),
    reason: z.string().trim().min(1, 'Say why.').max(500, 'Use at most 500 characters.'),
  })
  .refine(({ role, registrarIanaId }) => (role === 'registrar') === (registrarIanaId !== undefined), {
    path: ['registrarIanaId'],
    message: 'Enter the IANA id for a registrar, and for nobody else.',
  })

/**
 * Gives a person a role, by an administrator and a programme officer (R16.3). It counts from the next sign-in: the
 * person's sessions end. Refuses `role.held`, `role.own`, `role.custodian-alone`, `role.conflicts-with-applicant`.
 */
export const grantRole = operation('role.grant', {
  input: GrantRole,
  async subject(tx, { userId }) {
    const user = await lockUser(tx, userId)
    return user && { user, held: await lockRoles(tx, userId) }
  },
  check({ actor, approver, input, subject: { held } }) {
    const acting = [actor, approver].some(
      (person) => person?.kind === 'person' && person.userId === input.userId,
    )
    if (acting) throw refuse('role.own')
    if (held.some(({ role }) => role === input.role)) throw refuse('role.held')
  },
  secondPerson: ({ role, registrarIanaId, reason }, { user, held }) => ({
    object: user.id,
    summary: `Make ${user.name} ${roleWords[role].toLowerCase()}${registrarIanaId ? ` for IANA id ${registrarIanaId}` : ''}`,
    typed: roleWords[role].toLowerCase(),
    changes: [
      {
        what: 'roles',
        before: held.map((row) => roleWords[row.role]).join(', ') || 'none',
        after: [...held.map((row) => roleWords[row.role]), roleWords[role]].join(', '),
      },
    ],
    reason,
    fingerprint: held.map(({ id }) => id),
  }),
  async run({ tx, at, input, subject: { user } }) {
    const { userId, role, registrarIanaId } = input
    const roleId = await holdRole(tx, { userId, role, at, ...(registrarIanaId ? { registrarIanaId } : {}) })
    await endSessions(tx, userId, at)
    return {
      result: { roleId },
      audit: { object: user.pseudonym, facts: { role } },
      letters: [roleChangedLetter(user, 'granted', role, at)],
    }
  },
})
