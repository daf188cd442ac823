import { and, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { type LabelState, labelMoves, labels, releases } from '@/db/schema/labels'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { canMove } from './rules'

type Move = {
  to: LabelState
  at: Date
  /** Public sentence of the provenance, such as “Offered in round 2”. It becomes the reason of a withheld label. */
  note: string
  roundId?: string
}

/**
 * Moves labels along `labelTransitions`, with a public note each (R1.4): the one place that writes a label's state.
 * A label that goes back to reserved, or is withheld, leaves its release behind: it must be released anew.
 * Refuses with `label.wrong-state`.
 */
export async function moveLabels(tx: Tx, names: readonly string[], move: Move): Promise<void> {
  if (names.length === 0) return
  const { to, at, note, roundId } = move
  const rows = await tx
    .select({ label: labels.label, state: labels.state })
    .from(labels)
    .where(inArray(labels.label, [...names]))
    .orderBy(labels.label)
    .for('update')
  const stuck = rows.find((row) => !canMove(row.state, to))
  if (stuck) throw refuse('label.wrong-state', { label: stuck.label, state: stuck.state })
  await tx
    .update(labels)
    .set({ state: to, stateSince: at, withheldReason: to === 'withheld' ? note : null })
    .where(inArray(labels.label, [...names]))
  await tx.insert(labelMoves).values(
    rows.map((row) => ({
      id: newId('mov', at),
      label: row.label,
      from: row.state,
      to,
      at,
      note,
      roundId: roundId ?? null,
    })),
  )
  if (to === 'withheld' || to === 'reserved') await endReleases(tx, names, at)
}

/** Moves one label: `moveLabel(tx, { label: 'q7', to: 'awarded', at, note, roundId })`. */
export function moveLabel(tx: Tx, { label, ...move }: Move & { label: string }): Promise<void> {
  return moveLabels(tx, [label], move)
}

async function endReleases(tx: Tx, names: readonly string[], at: Date): Promise<void> {
  await tx
    .update(releases)
    .set({ endedAt: at })
    .where(and(inArray(releases.label, [...names]), isNull(releases.endedAt)))
}
