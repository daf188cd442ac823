import { and, asc, count, eq, ne } from 'drizzle-orm'
import { database, type Reader } from '@/db/client'
import { caseEntries, confusionCases } from '@/db/schema/cases'
import { sha256Hex } from '@/lib/hash'
import { readCaseKey } from './links'

/** How many confirmed cases each name has, by how they stand; nothing of who reported or what (R13.1, R17.1). */
export async function publicCaseCounts(db: Reader = database()) {
  const rows = await db
    .select({
      label: confusionCases.label,
      state: confusionCases.state,
      finding: confusionCases.finding,
      cases: count(),
    })
    .from(confusionCases)
    .where(ne(confusionCases.state, 'unconfirmed'))
    .groupBy(confusionCases.label, confusionCases.state, confusionCases.finding)
    .orderBy(asc(confusionCases.label))
  return [...Map.groupBy(rows, ({ label }) => label)].map(([label, group]) => {
    const of = (found: (typeof group)[number]['finding']) =>
      group.filter(({ finding }) => finding === found).reduce((sum, { cases }) => sum + cases, 0)
    return {
      label,
      open: of(null),
      confusing: of('confusing'),
      notConfusing: of('not-confusing'),
      notEstablished: of('not-established'),
    }
  })
}

/** What the link of a letter asks to confirm: the name alone, and whether it can be confirmed now. */
export async function reportToConfirm(token: string, db: Reader = database()) {
  const { label, state, confirmBy } = confusionCases
  const [row] = await db
    .select({ label, state, confirmBy })
    .from(confusionCases)
    .where(eq(confusionCases.confirmHash, sha256Hex(token)))
  return row
}

/** A case as the reporter reads it by its link: what was reported, its own correspondence, how it stands, what was found. */
export async function caseOfReporter(key: string, db: Reader = database()) {
  const caseId = readCaseKey(key)
  if (!caseId) return undefined
  const [file] = await db
    .select()
    .from(confusionCases)
    .where(and(eq(confusionCases.id, caseId), ne(confusionCases.state, 'unconfirmed')))
  if (!file) return undefined
  const { kind, text, at, id } = caseEntries
  const entries = await db
    .select({ id, kind, text, at })
    .from(caseEntries)
    .where(and(eq(caseEntries.caseId, file.id), eq(caseEntries.party, 'reporter')))
    .orderBy(asc(at), asc(id))
  return tellCase(file, entries)
}

type Entry = Pick<typeof caseEntries.$inferSelect, 'id' | 'kind' | 'text' | 'at'>

/** What either side may read of a case: for whom it was reported, not by whom; nothing of the officers’ own. */
export function tellCase(file: typeof confusionCases.$inferSelect, entries: Entry[]) {
  const { id, number, label, state, capacity, organisation, url, report, reportedAt } = file
  const { dueAt, answerBy, answeredAt, finding, action, findingReason, decidedAt } = file
  return {
    ...{ id, number, label, state, capacity, organisation, url, report, reportedAt },
    ...{ dueAt, answerBy, answeredAt, finding, action, findingReason, decidedAt, entries },
  }
}

export type ToldCase = ReturnType<typeof tellCase>
