import { asc, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import type { applications } from '@/db/schema/applications'
import { decisions } from '@/db/schema/reviews'
import { lockApplication } from '@/domain/reviews/lock-application'
import { type PanelPlan, readPanel } from '@/domain/reviews/read-panel'
import type { Round } from '@/domain/rounds/lock-round'
import type { Actor } from '@/lib/access/actor'

export type ToDecide = {
  application: typeof applications.$inferSelect
  label: string
  panel: PanelPlan
  decision: typeof decisions.$inferSelect | undefined
}

/**
 * Applications of one round, locked in the order of their ids, with what the panel makes of them. Undefined when one of
 * them is unknown, of another round, a draft, or one the actor has a conflict with.
 */
export async function lockForDecision(
  tx: Tx,
  roundId: string,
  applicationIds: readonly string[],
  actor: Actor,
): Promise<{ round: Round; plans: ToDecide[] } | undefined> {
  const locked: { application: ToDecide['application']; label: string; round: Round }[] = []
  for (const id of [...applicationIds].sort()) {
    const found = await lockApplication(tx, id, actor)
    if (!found || found.round.id !== roundId) return undefined
    locked.push(found)
  }
  const round = locked[0]?.round
  if (!round) return undefined
  const panels = await readPanel(tx, round.settings, applicationIds)
  const known = await tx
    .select()
    .from(decisions)
    .where(eq(decisions.roundId, roundId))
    .orderBy(asc(decisions.applicationId))
  const plans = locked.map(({ application, label }) => ({
    application,
    label,
    panel: panels.get(application.id)!,
    decision: known.find(({ applicationId }) => applicationId === application.id),
  }))
  return { round, plans }
}
