import { and, count, eq, gt } from 'drizzle-orm'
import { z } from 'zod'
import { caseEntries, confusionCases } from '@/db/schema/cases'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { Words } from './input'
import { officerLetters } from './letters'
import { readCaseKey } from './links'
import { lockCase, requireOpen } from './lock-case'
import { MOST_REPLIES_A_DAY } from './rules'

const DAY = 86_400_000

/**
 * What a side of a case writes, by its signed link (R13.1). The registrant’s first reply is its answer.
 * Refuses: thing.not-found, case.decided, request.too-many.
 */
export const replyByLink = operation('case.reply', {
  input: z.strictObject({
    key: z.string().max(120),
    text: Words(10, 5000, 'Write at least 10 characters.'),
  }),
  async subject(tx, { key }) {
    const link = readCaseKey(key)
    const file = link && (await lockCase(tx, link.caseId))
    return file && { file, side: link.side }
  },
  check: ({ subject: { file } }) => requireOpen(file),
  async run({ tx, at, input: { text }, subject: { file, side } }) {
    const [today] = await tx
      .select({ replies: count() })
      .from(caseEntries)
      .where(
        and(
          eq(caseEntries.caseId, file.id),
          eq(caseEntries.kind, 'reply'),
          eq(caseEntries.party, side),
          gt(caseEntries.at, new Date(at.getTime() - DAY)),
        ),
      )
    if (today && today.replies >= MOST_REPLIES_A_DAY)
      throw refuse('request.too-many', { seconds: DAY / 1000 })
    const entryId = newId('cae', at)
    await tx
      .insert(caseEntries)
      .values({ id: entryId, caseId: file.id, kind: 'reply', party: side, text, at })
    if (side === 'registrant' && file.heardAt && !file.answeredAt)
      await tx.update(confusionCases).set({ answeredAt: at }).where(eq(confusionCases.id, file.id))
    return {
      result: { caseId: file.id },
      audit: { object: file.id, facts: { by: side } },
      letters: await officerLetters(tx, file, {
        about: `the ${side} wrote`,
        text: `The ${side} in case ${file.number}, ${file.label}.org, wrote to you.`,
        effect: `case-reply:${entryId}`,
      }),
    }
  },
})
