import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { caseEntries } from '@/db/schema/cases'
import { files } from '@/db/schema/system'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { CaseId, Words } from './input'
import { lockCase } from './lock-case'

/**
 * Keeps a note of an officer with a case, with a document it filed; neither side reads it (R13.1).
 * Refuses: thing.not-found, input.invalid for a document of somebody else.
 */
export const addNote = operation('case.add-note', {
  input: z.strictObject({
    caseId: CaseId,
    note: Words(3, 5000, 'Write at least 3 characters.'),
    fileId: z.string().max(60).default(''),
  }),
  subject: (tx, { caseId }) => lockCase(tx, caseId),
  async run({ tx, actor, at, input: { note, fileId }, subject }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    if (fileId !== '') {
      const own = and(eq(files.id, fileId), eq(files.uploadedBy, actor.userId))
      const [file] = await tx.select({ id: files.id }).from(files).where(own)
      if (!file) throw refuse('input.invalid', {}, { fileId: 'This file is not here. Upload it again.' })
    }
    await tx.insert(caseEntries).values({
      id: newId('cae', at),
      caseId: subject.id,
      kind: 'note',
      party: 'officers',
      text: note,
      fileId: fileId === '' ? null : fileId,
      writtenBy: actor.userId,
      at,
    })
    return { result: { caseId: subject.id }, audit: { object: subject.id, facts: { file: fileId !== '' } } }
  },
})
