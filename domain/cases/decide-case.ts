import { desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { caseActions, caseEntries, caseFindings, confusionCases } from '@/db/schema/cases'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { CaseId, Words } from './input'
import { findingLetter, peopleOf } from './letters'
import { lockCase, requireOpen } from './lock-case'
import { isHeard, registrantOf } from './registrant-of'
import { actionWords, findingWords, wasHeard } from './rules'

/**
 * What was found, and what follows, by two officers (R13.1): confusing only once the registrant was heard; something
 * follows only where it is confusing. Both sides are told with the reason.
 * Refuses: thing.not-found, case.decided, case.not-heard, input.invalid.
 */
export const decideCase = operation('case.decide', {
  input: z.strictObject({
    caseId: CaseId,
    finding: z.enum(caseFindings, 'Choose what was found.'),
    action: z.enum(caseActions, 'Choose what follows.'),
    reason: Words(30, 3000, 'Give the reason in at least 30 characters; both sides read it.'),
  }),
  async subject(tx, { caseId }) {
    const file = await lockCase(tx, caseId)
    if (!file) return undefined
    const [last] = await tx
      .select({ id: caseEntries.id })
      .from(caseEntries)
      .where(eq(caseEntries.caseId, caseId))
      .orderBy(desc(caseEntries.at), desc(caseEntries.id))
      .limit(1)
    return { file, lastEntry: last?.id ?? null, registrant: await registrantOf(tx, file.label) }
  },
  check({ at, input, subject: { file, registrant } }) {
    requireOpen(file)
    if (input.finding !== 'confusing' && input.action !== 'none')
      throw refuse('input.invalid', {}, { action: 'Something follows only where the use is confusing.' })
    if (input.finding === 'confusing' && registrant && !(isHeard(file, registrant) && wasHeard(file, at)))
      throw refuse('case.not-heard')
  },
  secondPerson({ finding, action, reason }, { file, lastEntry }) {
    return {
      object: file.id,
      summary: `Decide case ${file.number} about ${file.label}.org: ${findingWords[finding].toLowerCase()}`,
      typed: file.number,
      reason,
      changes: [
        { what: 'Finding', before: '', after: findingWords[finding] },
        { what: 'What follows', before: '', after: actionWords[action] },
      ],
      fingerprint: lastEntry,
    }
  },
  async run({ tx, at, input: { finding, action, reason }, subject: { file, registrant } }) {
    const decided = { state: 'decided', finding, action, findingReason: reason, decidedAt: at } as const
    await tx.update(confusionCases).set(decided).where(eq(confusionCases.id, file.id))
    const heard = isHeard(file, registrant) ? registrant.organisationId : undefined
    const people = [
      ...(await peopleOf(tx, file, 'reporter', undefined)),
      ...(await peopleOf(tx, file, 'registrant', heard)),
    ]
    return {
      result: { caseId: file.id },
      audit: { object: file.id, facts: { number: file.number, finding, action } },
      letters: people.map((person) => findingLetter({ ...file, ...decided }, person)),
    }
  },
})
