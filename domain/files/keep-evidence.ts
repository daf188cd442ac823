import { z } from 'zod'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { KeptFile, keepFile } from './keep-file'

/**
 * Files a document of the programme, such as the evidence of a release (R2.3). What it proves is said where its id is
 * used. Refuses: access.denied.
 */
export const keepEvidence = operation('file.keep-evidence', {
  input: z.strictObject({ file: KeptFile }),
  subject: async () => ({}),
  async run({ tx, actor, at, input }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    const fileId = await keepFile(tx, input.file, actor.userId, at)
    return { result: { fileId }, audit: { object: fileId, facts: { sha256: input.file.sha256 } } }
  },
})
