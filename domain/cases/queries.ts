import { aliasedTable, and, asc, desc, eq, ne } from 'drizzle-orm'
import { caseEntries, confusionCases } from '@/db/schema/cases'
import { users } from '@/db/schema/people'
import { files } from '@/db/schema/system'
import { programmeOfficers } from '@/domain/roles/queries'
import { query } from '@/lib/query'
import { registrantOf } from './registrant-of'

/** Every confirmed case, the open ones first by deadline (R13.1). */
export const casesForOfficers = query('cases.manage', async ({ db }) =>
  db
    .select({
      id: confusionCases.id,
      number: confusionCases.number,
      label: confusionCases.label,
      state: confusionCases.state,
      organisation: confusionCases.organisation,
      finding: confusionCases.finding,
      dueAt: confusionCases.dueAt,
      decidedAt: confusionCases.decidedAt,
      assignee: users.name,
    })
    .from(confusionCases)
    .leftJoin(users, eq(users.id, confusionCases.assignedTo))
    .where(ne(confusionCases.state, 'unconfirmed'))
    .orderBy(desc(confusionCases.state), asc(confusionCases.dueAt)),
)

/** A case with its correspondence and the officers’ notes, who holds the name, and who can have the case. */
export const caseForOfficers = query('cases.manage', async ({ db, input }) => {
  const { caseId } = input as { caseId: string }
  const assignee = aliasedTable(users, 'assignee')
  const [row] = await db
    .select({ file: confusionCases, assignee: assignee.name })
    .from(confusionCases)
    .leftJoin(assignee, eq(assignee.id, confusionCases.assignedTo))
    .where(and(eq(confusionCases.id, caseId), ne(confusionCases.state, 'unconfirmed')))
  if (!row) return undefined
  const entries = await db
    .select({
      id: caseEntries.id,
      kind: caseEntries.kind,
      party: caseEntries.party,
      text: caseEntries.text,
      at: caseEntries.at,
      writer: users.name,
      fileId: caseEntries.fileId,
      fileName: files.fileName,
    })
    .from(caseEntries)
    .leftJoin(users, eq(users.id, caseEntries.writtenBy))
    .leftJoin(files, eq(files.id, caseEntries.fileId))
    .where(eq(caseEntries.caseId, caseId))
    .orderBy(asc(caseEntries.at), asc(caseEntries.id))
  const { confirmHash: _secret, ...file } = row.file
  return {
    ...file,
    assignee: row.assignee,
    officers: await programmeOfficers(db),
    registrant: await registrantOf(db, file.label),
    correspondence: entries.filter(({ kind }) => kind !== 'note'),
    notes: entries.filter(({ kind }) => kind === 'note'),
  }
})
