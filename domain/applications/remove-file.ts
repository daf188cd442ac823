import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { attachments } from '@/db/schema/applications'
import { operation } from '@/lib/operation'
import { lockOwnApplication, requireWritable } from './lock-application'

/**
 * Takes an attachment out of an application. Versions submitted with it keep it (R5.3).
 * Refuses: thing.not-found, application.closed, application.not-open, application.wrong-state.
 */
export const removeFile = operation('application.remove-file', {
  input: z.strictObject({ applicationId: z.string().max(60), attachmentId: z.string().max(60) }),
  async subject(tx, { applicationId, attachmentId }, actor) {
    const locked = await lockOwnApplication(tx, applicationId, actor)
    const [attachment] = await tx
      .select()
      .from(attachments)
      .where(
        and(
          eq(attachments.id, attachmentId),
          eq(attachments.applicationId, applicationId),
          isNull(attachments.removedAt),
        ),
      )
    return locked && attachment && { ...locked, attachment }
  },
  check: ({ subject, at }) => requireWritable(subject, at),
  async run({ tx, at, subject: { application, attachment } }) {
    await tx.update(attachments).set({ removedAt: at }).where(eq(attachments.id, attachment.id))
    return {
      result: { attachmentId: attachment.id },
      audit: { object: application.id, facts: { fileId: attachment.fileId } },
    }
  },
})
