import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { caseEntries, confusionCases } from '@/db/schema/cases'
import { actsFor } from '@/domain/applications/lock-application'
import type { Person } from '@/lib/access/actor'
import { query } from '@/lib/query'
import { tellCase } from './public-queries'
import { isHeard, registrantOf } from './registrant-of'

const organisationsOf = (person: Person) => actsFor(person, ['owner', 'editor'])

/** A case as the registrant that is heard reads it: what was reported and for whom, never by whom; its own letters. */
export const ownCase = query('cases.own', async ({ db, actor, input }) => {
  const { caseId } = input as { caseId: string }
  const [file] = await db.select().from(confusionCases).where(eq(confusionCases.id, caseId))
  if (!file || !(await isOf(db, file, actor))) return undefined
  const { kind, text, at, id, party, organisationId } = caseEntries
  const entries = await db
    .select({ id, kind, text, at })
    .from(caseEntries)
    .where(
      and(
        eq(caseEntries.caseId, file.id),
        eq(party, 'registrant'),
        eq(organisationId, file.heardOrganisationId!),
      ),
    )
    .orderBy(asc(at), asc(id))
  return tellCase(file, entries)
})

/** The open cases in which an answer of the person's organisations is waited for. */
export const casesToAnswer = query('cases.own', async ({ db, actor }) => {
  const files = await db
    .select()
    .from(confusionCases)
    .where(
      and(
        eq(confusionCases.state, 'open'),
        isNotNull(confusionCases.heardAt),
        isNull(confusionCases.answeredAt),
        inArray(confusionCases.heardOrganisationId, organisationsOf(actor)),
      ),
    )
    .orderBy(asc(confusionCases.answerBy))
  const found: { id: string; label: string; number: string; answerBy: Date }[] = []
  for (const { id, label, number, answerBy, ...file } of files)
    if (number && answerBy && (await isOf(db, { label, ...file }, actor)))
      found.push({ id, label, number, answerBy })
  return found
})

async function isOf(
  db: Reader,
  file: Pick<typeof confusionCases.$inferSelect, 'label' | 'heardAt' | 'awardId' | 'heardOrganisationId'>,
  actor: Person,
): Promise<boolean> {
  const registrant = await registrantOf(db, file.label)
  return isHeard(file, registrant) && organisationsOf(actor).includes(registrant.organisationId)
}
