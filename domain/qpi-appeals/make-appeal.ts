import { and, desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { qpiAppeals, qpiRuns, qpiScores } from '@/db/schema/qpi'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { receivedLetters } from './letters'

/**
 * A registrar says that its score is wrong: once for each computation, about the last one of a month (R15.4).
 * Refuses: thing.not-found, qpi-appeal.made, qpi-appeal.computed-again.
 */
export const makeAppeal = operation('qpi-appeal.make', {
  input: z.strictObject({
    runId: z.string().max(60),
    text: z
      .string()
      .trim()
      .min(20, 'Say which figure is wrong, and what it should be.')
      .max(4000, 'Use at most 4,000 characters.'),
  }),
  async subject(tx, { runId }, actor) {
    const ianaId = actor.kind === 'person' ? actor.registrarIanaId : null
    if (ianaId === null) return undefined
    const [scored] = await tx
      .select({ period: qpiRuns.period })
      .from(qpiScores)
      .innerJoin(qpiRuns, eq(qpiRuns.id, qpiScores.runId))
      .where(and(eq(qpiScores.runId, runId), eq(qpiScores.ianaId, ianaId)))
    if (!scored) return undefined
    const [last] = await tx
      .select({ id: qpiRuns.id })
      .from(qpiRuns)
      .where(eq(qpiRuns.period, scored.period))
      .orderBy(desc(qpiRuns.number))
      .limit(1)
    const made = await tx
      .select({ id: qpiAppeals.id })
      .from(qpiAppeals)
      .where(and(eq(qpiAppeals.runId, runId), eq(qpiAppeals.ianaId, ianaId)))
    return { ianaId, period: scored.period, isLast: last?.id === runId, isMade: made.length > 0 }
  },
  check({ subject: { isLast, isMade } }) {
    if (isMade) throw refuse('qpi-appeal.made')
    if (!isLast) throw refuse('qpi-appeal.computed-again')
  },
  async run({ tx, actor, at, input: { runId, text }, subject: { ianaId, period } }) {
    if (actor.kind !== 'person') throw refuse('access.denied')
    const appealId = newId('qap', at)
    await tx
      .insert(qpiAppeals)
      .values({ id: appealId, runId, ianaId, text, madeBy: actor.userId, madeAt: at })
    return {
      result: { appealId },
      letters: await receivedLetters(tx, { appealId, ianaId, period, text, by: actor.userId }),
      audit: { object: appealId, facts: { runId, ianaId } },
    }
  },
})
