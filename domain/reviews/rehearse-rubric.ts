import { and, desc, eq, isNotNull, ne } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { type RoundSettings, rounds } from '@/db/schema/rounds'
import { query } from '@/lib/query'
import { panelScore } from './panel-score'
import { type LadderPlan, readLadder } from './read-ladder'
import { rubricOf, scoresOf } from './rules'
import type { PlanScore } from './score'

export type Rehearsed = {
  applicationId: string
  reference: string
  label: string
  judged: Placed
  tried: Placed
}
type Placed = Pick<PlanScore, 'scoreHundredths' | 'passes'> & { place: number }

/**
 * What a round's rubric would have made of the plans of the last round whose decisions are released: weights are tried
 * before a round opens, and fixed afterwards (R6.1). `unjudged` names criteria that nobody scored then, without which
 * nothing can be compared. Undefined where there is no such round.
 */
export const rehearseRubric = query('reviews.panel', async ({ db, actor, input }) => {
  const { roundId } = input as { roundId: string }
  const [round] = await db.select().from(rounds).where(eq(rounds.id, roundId))
  const last = round && (await lastJudged(db, roundId))
  if (!last) return undefined
  const plans = (await readLadder(db, actor, last)).filter(
    ({ panel }) => panel?.score.scoreHundredths != null,
  )
  const known = new Set(last.settings.rubric.map(({ id }) => id))
  const unjudged = round.settings.rubric.filter(({ id }) => !known.has(id)).map(({ name }) => name)
  return { last, unjudged, plans: unjudged.length > 0 ? [] : rehearse(plans, round.settings) }
})

async function lastJudged(db: Reader, without: string) {
  const [last] = await db
    .select()
    .from(rounds)
    .where(and(isNotNull(rounds.decisionsReleasedAt), eq(rounds.practice, false), ne(rounds.id, without)))
    .orderBy(desc(rounds.decisionsReleasedAt))
    .limit(1)
  return last
}

/** By the place that the new rubric gives. */
function rehearse(
  plans: readonly Pick<LadderPlan, 'applicationId' | 'reference' | 'label' | 'panel'>[],
  settings: RoundSettings,
): Rehearsed[] {
  const both = plans.map(({ applicationId, reference, label, panel }) => {
    const sheets = panel!.sheets.filter(({ progress }) => progress === 'submitted')
    const agreed = Object.fromEntries(panel!.consensus.map(({ criterion, value }) => [criterion, value]))
    const scores = sheets.map((sheet) => scoresOf(sheet.scores))
    return {
      applicationId,
      reference,
      label,
      judged: panel!.score,
      tried: panelScore(rubricOf(settings), scores, agreed).score,
    }
  })
  const place = (of: 'judged' | 'tried', { scoreHundredths }: PlanScore) =>
    1 + both.filter((other) => (other[of].scoreHundredths ?? -1) > (scoreHundredths ?? -1)).length
  return both
    .map(({ judged, tried, ...plan }) => ({
      ...plan,
      judged: {
        scoreHundredths: judged.scoreHundredths,
        passes: judged.passes,
        place: place('judged', judged),
      },
      tried: { scoreHundredths: tried.scoreHundredths, passes: tried.passes, place: place('tried', tried) },
    }))
    .sort((a, b) => a.tried.place - b.tried.place || a.label.localeCompare(b.label, 'en'))
}
