import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { confusionCases } from '@/db/schema/cases'
import { actsFor } from '@/domain/applications/lock-application'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { CaseId, Words } from './input'
import { lockCase, requireOpen } from './lock-case'
import { isHeard, registrantOf } from './registrant-of'
import { saveReply } from './save-reply'

/**
 * What the registrant writes in a case that heard it, signed in (R13.1); its first is its answer. Whoever held the name
 * before does not find the case any more. Refuses: thing.not-found, case.decided, request.too-many.
 */
export const answerCase = operation('case.answer', {
  input: z.strictObject({ caseId: CaseId, text: Words(10, 5000, 'Write at least 10 characters.') }),
  async subject(tx, { caseId }, actor) {
    const file = await lockCase(tx, caseId)
    const registrant = file && (await registrantOf(tx, file.label))
    if (!file || !isHeard(file, registrant)) return undefined
    const { organisationId } = registrant
    return actsFor(actor, ['owner', 'editor']).includes(organisationId) ? { file, organisationId } : undefined
  },
  check: ({ subject: { file } }) => requireOpen(file),
  async run({ tx, actor, at, input: { text }, subject: { file, organisationId } }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    const by = { side: 'registrant', organisationId, writtenBy: actor.userId } as const
    const letters = await saveReply(tx, { file, text, at, ...by })
    if (!file.answeredAt)
      await tx.update(confusionCases).set({ answeredAt: at }).where(eq(confusionCases.id, file.id))
    return { result: { caseId: file.id }, audit: { object: file.id, facts: { by: 'registrant' } }, letters }
  },
})
