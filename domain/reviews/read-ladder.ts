import { and, asc, eq, inArray, ne } from 'drizzle-orm'
import type { Reader } from '@/db/client'
import { applications } from '@/db/schema/applications'
import { decisions, reconsiderations } from '@/db/schema/reviews'
import { lots, phases, rounds } from '@/db/schema/rounds'
import { likelyOutcome } from '@/domain/decisions/rules'
import type { Person } from '@/lib/access/actor'
import { withoutConflictOf } from './lock-application'
import { type PanelPlan, type PanelSheet, readPanel } from './read-panel'

/**
 * What the panel sees of a round. Two things hide a plan even here, for people with more than one role: a conflict they
 * declared hides it altogether (R6.2), and a review of their own that is not submitted hides its scores (R6.4).
 */
export type LadderPlan = {
  applicationId: string
  reference: string
  state: typeof applications.$inferSelect.state
  label: string
  currentVersionId: string | null
  organisationId: string
  /** Absent while the viewer's own review of it is not submitted. */
  panel: PanelPlan | undefined
  /** Who reads it, and how far they are. */
  readers: Omit<PanelSheet, 'scores'>[]
  decision: typeof decisions.$inferSelect | undefined
  /** The applicant’s request to decide again (R6.7). */
  reconsideration: typeof reconsiderations.$inferSelect | undefined
  /** The outcome that can be proposed now. */
  likely: ReturnType<typeof likelyOutcome>
}

/** A round that is past its drafting. */
export async function readRound(db: Reader, roundId: string) {
  const [row] = await db
    .select({ round: rounds, phase: phases.number })
    .from(rounds)
    .innerJoin(phases, eq(phases.id, rounds.phaseId))
    .where(and(eq(rounds.id, roundId), ne(rounds.state, 'draft')))
  return row
}

/**
 * The submitted and withdrawn applications of a round by name, each with what this viewer may know of its reviews; with an
 * id that one alone.
 */
export async function readLadder(
  db: Reader,
  actor: Person,
  round: typeof rounds.$inferSelect,
  onlyId?: string,
): Promise<LadderPlan[]> {
  const rows = await db
    .select({
      applicationId: applications.id,
      reference: applications.reference,
      state: applications.state,
      currentVersionId: applications.currentVersionId,
      organisationId: applications.organisationId,
      label: lots.label,
      decision: decisions,
      reconsideration: reconsiderations,
    })
    .from(applications)
    .innerJoin(lots, eq(lots.id, applications.lotId))
    .leftJoin(decisions, eq(decisions.applicationId, applications.id))
    .leftJoin(reconsiderations, eq(reconsiderations.applicationId, applications.id))
    .where(
      and(
        eq(applications.roundId, round.id),
        onlyId === undefined ? undefined : eq(applications.id, onlyId),
        inArray(applications.state, ['submitted', 'withdrawn']),
        withoutConflictOf(db, actor),
      ),
    )
    .orderBy(asc(lots.label), asc(applications.reference))
  const panels = await readPanel(
    db,
    round.settings,
    rows.map(({ applicationId }) => applicationId),
  )
  return rows.map(({ decision, reconsideration, ...plan }) => {
    const panel = panels.get(plan.applicationId)!
    const blind = isBlind(panel, actor)
    const { reviewersPerPlan } = round.settings
    return {
      ...plan,
      panel: blind ? undefined : panel,
      readers: panel.sheets.map(({ scores: _unseen, ...reader }) => reader),
      decision: decision ?? undefined,
      reconsideration: reconsideration ?? undefined,
      likely: blind ? null : likelyOutcome(plan.state, panel, reviewersPerPlan),
    }
  })
}

function isBlind(panel: PanelPlan, actor: Person): boolean {
  return panel.sheets.some(
    ({ reviewerId, progress }) => reviewerId === actor.userId && progress !== 'submitted',
  )
}
