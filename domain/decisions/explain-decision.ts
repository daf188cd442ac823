import { and, eq, isNotNull } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { decisions } from '@/db/schema/reviews'
import type { RoundSettings } from '@/db/schema/rounds'
import { type PanelPlan, readPanel } from '@/domain/reviews/read-panel'
import { formatHundredths } from '@/domain/reviews/rules'

type Decision = typeof decisions.$inferSelect

/** A decision as its applicant gets it, on the page and in the letter (R6.7). Reviewers are not named. */
export type Explained = ReturnType<typeof explainDecision>

/** The score, then each criterion with what was written about it; no score at all where nobody reviewed the plan. */
export function explainDecision(settings: RoundSettings, decision: Decision, panel: PanelPlan) {
  const { outcome, reason, scoreHundredths, byCriterion } = decision
  const line = formatHundredths(settings.passLineHundredths)
  const least = formatHundredths(settings.criterionMinimumHundredths)
  return {
    outcome,
    reason,
    score: panel.submitted === 0 || scoreHundredths === null ? null : formatHundredths(scoreHundredths),
    passLine: `The pass line is ${line}, and ${least} of 5 on each criterion.`,
    criteria:
      panel.submitted === 0
        ? []
        : settings.rubric.map(({ id, name, weightBp }) => {
            const mean = byCriterion[id]
            return {
              id,
              name,
              weightBp,
              value: typeof mean === 'number' ? `${mean.toFixed(2)} of 5` : 'Not applicable',
              ...wordsOn(panel, id),
            }
          }),
  }
}

function wordsOn({ sheets, consensus }: PanelPlan, criterion: string) {
  const agreed = consensus.find((entry) => entry.criterion === criterion)
  return {
    reasons: sheets.flatMap(({ scores }) =>
      scores
        .filter((score) => score.criterion === criterion)
        .map(({ value, reason, citations }) => ({
          value: value === null ? 'Not applicable' : String(value),
          reason,
          passages: citations.map(({ quote }) => quote),
        })),
    ),
    discussion: agreed && {
      came: agreed.value === null ? 'The scores stand' : `Agreed on ${agreed.value}`,
      reason: agreed.reason,
    },
  }
}

/**
 * The decision on an application with scores and reasons, once it is released; undefined until then. Whoever calls it
 * has decided whose application this is.
 */
export async function readReleasedDecision(
  db: Reader,
  applicationId: string,
  settings: RoundSettings,
): Promise<Explained | undefined> {
  const [decision] = await db
    .select()
    .from(decisions)
    .where(and(eq(decisions.applicationId, applicationId), isNotNull(decisions.releasedAt)))
  if (!decision) return undefined
  const panel = (await readPanel(db, settings, [applicationId])).get(applicationId)!
  return explainDecision(settings, decision, panel)
}
