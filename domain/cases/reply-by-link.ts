import { z } from 'zod'
import { operation } from '@/lib/operation'
import { Words } from './input'
import { readCaseKey } from './links'
import { lockCase, requireOpen } from './lock-case'
import { saveReply } from './save-reply'

/**
 * What the reporter of a case writes, by its signed link (R13.1). Refuses: thing.not-found, case.decided, request.too-many.
 */
export const replyByLink = operation('case.reply', {
  input: z.strictObject({
    key: z.string().max(120),
    text: Words(10, 5000, 'Write at least 10 characters.'),
  }),
  subject(tx, { key }) {
    const caseId = readCaseKey(key)
    return caseId === undefined ? Promise.resolve(undefined) : lockCase(tx, caseId)
  },
  check: ({ subject: file }) => requireOpen(file),
  async run({ tx, at, input: { text }, subject: file }) {
    return {
      result: { caseId: file.id },
      audit: { object: file.id, facts: { by: 'reporter' } },
      letters: await saveReply(tx, { file, side: 'reporter', text, at }),
    }
  },
})
