import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { caseEntries, confusionCases } from '@/db/schema/cases'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { addBusinessDays } from '@/lib/time/business-days'
import { CaseId, Words } from './input'
import { outgoingLetter, peopleOf } from './letters'
import { lockCase, requireOpen } from './lock-case'
import { isHeard, registrantOf } from './registrant-of'
import { ANSWER_BUSINESS_DAYS, CASE_ZONE } from './rules'

/**
 * Writes to a side of a case, by letter with the page to answer on (R13.1). The first letter to the registrant hears it: it
 * says what is reported and by when an answer counts. Refuses: thing.not-found, case.decided, case.no-registrant.
 */
export const writeLetter = operation('case.write', {
  input: z.strictObject({
    caseId: CaseId,
    to: z.enum(['reporter', 'registrant'], 'Choose to whom you write.'),
    text: Words(20, 5000, 'Write at least 20 characters.'),
  }),
  async subject(tx, { caseId }) {
    const file = await lockCase(tx, caseId)
    return file && { file, registrant: await registrantOf(tx, file.label) }
  },
  check({ input, subject: { file, registrant } }) {
    requireOpen(file)
    if (input.to === 'registrant' && !registrant) throw refuse('case.no-registrant', { label: file.label })
  },
  async run({ tx, actor, at, input: { to, text }, subject: { file, registrant } }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    const entry = { id: newId('cae', at), caseId: file.id, kind: 'letter', party: to } as const
    const organisationId = to === 'registrant' ? registrant!.organisationId : null
    await tx.insert(caseEntries).values({ ...entry, organisationId, text, writtenBy: actor.userId, at })
    const isHearing = to === 'registrant' && !isHeard(file, registrant)
    const hearing = {
      awardId: registrant?.awardId ?? null,
      heardOrganisationId: organisationId,
      heardAt: at,
      answerBy: addBusinessDays(at, ANSWER_BUSINESS_DAYS, CASE_ZONE),
      answeredAt: null,
    }
    if (isHearing) await tx.update(confusionCases).set(hearing).where(eq(confusionCases.id, file.id))
    const asked = isHearing ? { ...file, ...hearing } : file
    const said = isHearing ? `${text}\n\nWhat is reported, about ${file.url}:\n\n${file.report}` : text
    const people = await peopleOf(tx, file, to, registrant?.organisationId)
    return {
      result: { caseId: file.id },
      audit: { object: file.id, facts: { to, hearing: isHearing } },
      letters: people.map((person) => outgoingLetter(asked, { ...person, text: said, entryId: entry.id })),
    }
  },
})
