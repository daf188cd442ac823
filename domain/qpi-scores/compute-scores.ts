import { desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { qpiRuns } from '@/db/schema/qpi'
import { Month } from '@/domain/qpi/model'
import { modelOf } from '@/domain/qpi-models/read-model'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { keepScores } from './keep-scores'
import { scoreLetters } from './letters'
import { scoreMonth } from './score-month'

/**
 * Computes the scores of a month from the files that count, under the model of the month (R15.1). Each computation is
 * kept; the last one counts, and registrars see it. Refuses: qpi-score.no-report, qpi-score.unchanged.
 */
export const computeScores = operation('qpi-score.compute', {
  input: z.strictObject({ period: Month }),
  async subject(tx, { period }) {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('qpi-scores', 0))`)
    const model = await modelOf(tx, period)
    const [last] = await tx
      .select()
      .from(qpiRuns)
      .where(eq(qpiRuns.period, period))
      .orderBy(desc(qpiRuns.number))
      .limit(1)
    const month = model && (await scoreMonth(tx, period, model.version, model.content))
    return { model, last, month }
  },
  check({ subject: { month, last } }) {
    if (!month) throw refuse('qpi-score.no-report')
    if (last?.bundleHash === month.bundleHash && sameFiles(last.inputs, month.inputs))
      throw refuse('qpi-score.unchanged')
  },
  async run({ tx, actor, at, input: { period }, subject: { model, last, month } }) {
    if (!model || !month) throw refuse('qpi-score.no-report')
    const { remarks, inputs, bundleHash, scores } = month
    const [runId, number] = [newId('qrn', at), (last?.number ?? 0) + 1]
    await tx.insert(qpiRuns).values({
      ...{ id: runId, period, number, modelVersion: model.version, inputs, bundleHash, remarks },
      ...{ computedBy: actor.kind === 'person' ? actor.userId : null, computedAt: at },
    })
    await keepScores(tx, runId, scores)
    const { placeholder } = model
    const letters = await scoreLetters(tx, { id: runId, period, placeholder, scores, beforeId: last?.id })
    const passed = scores.filter(({ status }) => status === 'pass').length
    return {
      result: { runId, registrars: scores.length, passed },
      letters,
      audit: {
        object: runId,
        facts: { period, number, model: model.version, bundleHash, registrars: scores.length, passed },
      },
    }
  },
})

type Inputs = (typeof qpiRuns.$inferSelect)['inputs']

const sameFiles = (before: Inputs, now: Inputs) =>
  before.length === now.length && before.every(({ fileId }) => now.some((file) => file.fileId === fileId))
