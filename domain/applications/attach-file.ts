import { z } from 'zod'
import { attachments } from '@/db/schema/applications'
import { KeptFile, keepFile } from '@/domain/files/keep-file'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { lockOwnApplication, requireWritable } from './lock-application'
import { refuseFull } from './may-attach'

/**
 * Attaches a stored file to an application (R5.1).
 * Refuses: thing.not-found, application.closed, application.not-open, application.wrong-state, file.too-many, file.quota.
 */
export const attachFile = operation('application.attach-file', {
  input: z.strictObject({
    applicationId: z.string().max(60),
    title: z.string().trim().max(200, 'Use at most 200 characters.'),
    file: KeptFile,
  }),
  subject: (tx, { applicationId }, actor) => lockOwnApplication(tx, applicationId, actor),
  check: ({ subject, at }) => requireWritable(subject, at),
  async run({ tx, actor, at, input, subject: { application } }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    const full = await refuseFull(tx, application.id, input.file.size)
    if (full) throw full
    const fileId = await keepFile(tx, input.file, actor.userId, at)
    const attachmentId = newId('att', at)
    await tx.insert(attachments).values({
      id: attachmentId,
      applicationId: application.id,
      fileId,
      title: input.title || input.file.fileName,
      addedAt: at,
    })
    return {
      result: { attachmentId, fileId },
      audit: { object: application.id, facts: { fileId, sha256: input.file.sha256, size: input.file.size } },
    }
  },
})
