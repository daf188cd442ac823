import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { applications } from '@/db/schema/applications'
import { roundStateWords } from '@/domain/rounds/lifecycle'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { withdrawnLetters } from './letters'
import { lockOwnApplication, wrongState } from './lock-application'
import { isEditable, mayWithdraw } from './rules'

/**
 * Withdraws an application; its history is kept (R5.3). Possible until bidding opens.
 * Refuses: thing.not-found, application.wrong-state, round.wrong-state.
 */
export const withdrawApplication = operation('application.withdraw', {
  input: z.strictObject({ applicationId: z.string().max(60) }),
  subject: (tx, { applicationId }, actor) => lockOwnApplication(tx, applicationId, actor, ['owner']),
  check({ subject: { application, round } }) {
    if (!isEditable(application.state)) throw wrongState(application.state)
    if (!mayWithdraw(round.state))
      throw refuse('round.wrong-state', { state: roundStateWords[round.state].toLowerCase() })
  },
  async run({ tx, at, subject: { application, label } }) {
    await tx
      .update(applications)
      .set({ state: 'withdrawn', withdrawnAt: at, version: application.version + 1 })
      .where(eq(applications.id, application.id))
    return {
      result: { applicationId: application.id },
      audit: { object: application.id },
      letters: await withdrawnLetters(tx, application, label, at),
    }
  },
})
