import { z } from 'zod'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { dueReminders } from './due-reminders'
import { CaseId } from './input'
import { lockCase } from './lock-case'

/** Reminds of an open case what is near or late, never twice (R13.1). Refuses: thing.not-found, reminder.none. */
export const remindOfCase = operation('case.remind', {
  input: z.strictObject({ caseId: CaseId }),
  subject: (tx, { caseId }) => lockCase(tx, caseId),
  async run({ tx, at, subject }) {
    const letters = await dueReminders(tx, subject, at)
    if (letters.length === 0) throw refuse('reminder.none')
    return { result: {}, audit: { object: subject.id, facts: { letters: letters.length } }, letters }
  },
})
