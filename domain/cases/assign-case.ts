import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { confusionCases } from '@/db/schema/cases'
import { roles, users } from '@/db/schema/people'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { CaseId } from './input'
import { officerLetters } from './letters'
import { lockCase, requireOpen } from './lock-case'

/** Gives a case to an officer, who hears of it from then on (R13.1). Refuses: thing.not-found, case.decided, input.invalid. */
export const assignCase = operation('case.assign', {
  input: z.strictObject({ caseId: CaseId, userId: z.string().min(1, 'Choose an officer.').max(60) }),
  subject: (tx, { caseId }) => lockCase(tx, caseId),
  check: ({ subject }) => requireOpen(subject),
  async run({ tx, at, input: { userId }, subject }) {
    const [officer] = await tx
      .select({ id: users.id })
      .from(users)
      .innerJoin(
        roles,
        and(eq(roles.userId, users.id), eq(roles.role, 'programme-officer'), isNull(roles.revokedAt)),
      )
      .where(and(eq(users.id, userId), eq(users.status, 'active')))
    if (!officer) throw refuse('input.invalid', {}, { userId: 'Choose an officer from the list.' })
    await tx.update(confusionCases).set({ assignedTo: userId }).where(eq(confusionCases.id, subject.id))
    const effect = `case-assigned:${subject.id}:${at.getTime()}`
    return {
      result: { caseId: subject.id },
      audit: { object: subject.id, facts: { assigned: true } },
      letters: await officerLetters(
        tx,
        { ...subject, assignedTo: userId },
        {
          about: 'it is yours',
          text: `Case ${subject.number} about ${subject.label}.org is yours now.`,
          effect,
        },
      ),
    }
  },
})
