import { and, eq, inArray } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { qpiScores } from '@/db/schema/qpi'
import { statusWords } from '@/domain/qpi/kpi-words'
import { monthWords } from '@/domain/qpi/months'
import type { MarketScore } from '@/domain/qpi/score-market'
import { everyoneActing } from '@/domain/registrars/people-acting'
import { env } from '@/env'
import type { Letter } from '@/lib/mail'

/** What stands in every letter with a score or a baseline that is not PIR’s own (R15.2). */
export const PLACEHOLDER_WORDS =
  'The weights behind it are placeholders until PIR enters its own: nothing may be decided on it.'

type Computed = {
  id: string
  period: string
  placeholder: boolean
  scores: readonly MarketScore[]
  /** The computation of the month before this one; undefined: it is the first. */
  beforeId: string | undefined
}

/**
 * The new scores of a month, each to whoever acts for the registrar (R15.4). Of a month that was computed before, only those
 * whose score or status came out otherwise are told.
 */
export async function scoreLetters(
  db: Reader,
  { id, period, placeholder, scores, beforeId }: Computed,
): Promise<Letter[]> {
  const people = await everyoneActing(db)
  const own = new Map(scores.map((score) => [score.ianaId, score]))
  const before = beforeId
    ? await scoresOf(
        db,
        beforeId,
        people.map(({ ianaId }) => ianaId),
      )
    : undefined
  const month = monthWords(period)
  return people.flatMap(({ name, email, ianaId, registrar }) => {
    const score = own.get(ianaId)
    const was = before?.get(ianaId)
    if (!score || (was && was.score === score.score && was.status === score.status)) return []
    return {
      to: email,
      subject: `Quality of your names in ${month}: ${inFew(score)}`,
      template: 'qpi-scores',
      effect: `qpi-scores:${id}:${ianaId}:${email}`,
      text: [
        `Dear ${name},`,
        `The quality of the names of ${registrar} in ${month} was computed${before ? ' again' : ''}: ${inFull(score)}.`,
        ...(placeholder ? [PLACEHOLDER_WORDS] : []),
        'Every figure with the file it stands in, the market without names, and what would help:',
        `${env.PORTAL_URL}/registrar/qpi`,
      ].join('\n\n'),
    }
  })
}

const inFew = ({ score, status }: MarketScore) =>
  score === null ? statusWords[status].toLowerCase() : `${score.toFixed(1)} points`

const inFull = ({ score, low, high, status }: MarketScore) =>
  score === null || low === null || high === null
    ? statusWords[status].toLowerCase()
    : `${score.toFixed(1)} points, by chance anything from ${low.toFixed(1)} to ${high.toFixed(1)}`

async function scoresOf(db: Reader, runId: string, ianaIds: number[]) {
  const rows = await db
    .select({ ianaId: qpiScores.ianaId, score: qpiScores.score, status: qpiScores.status })
    .from(qpiScores)
    .where(and(eq(qpiScores.runId, runId), inArray(qpiScores.ianaId, ianaIds)))
  return new Map(rows.map((row) => [row.ianaId, row]))
}
