import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { releases } from '@/db/schema/labels'
import { lots, rounds } from '@/db/schema/rounds'
import { labelList } from '@/domain/labels/input'
import { lockLabels } from '@/domain/labels/lock-labels'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'
import { Cents, Id } from './input'
import { lockRound } from './lock-round'

/**
 * Puts released labels into a draft round, one lot each (R3.1), at one reserve: the round's own unless another is given.
 * Refuses with `round.frozen`, `label.not-released`, `label.flagged`, `lot.duplicate`, `label.in-live-round`. The
 * database refuses the same on its own (R2.3).
 */
export const addLots = operation('round.add-lots', {
  input: z.strictObject({ roundId: Id, labels: labelList(700), reserveMinor: Cents.optional() }),
  async subject(tx, { roundId, labels }) {
    const round = await lockRound(tx, roundId)
    const rows = round && (await lockLabels(tx, labels))
    return rows && { round, rows }
  },
  async check({ tx, input, subject: { round, rows } }) {
    if (round.state !== 'draft') throw refuse('round.frozen')
    await requireFree(tx, round.id, input.labels)
    for (const { label, state, flaggedAt } of rows) {
      if (state !== 'released') throw refuse('label.not-released', { label })
      if (flaggedAt) throw refuse('label.flagged', { label })
    }
  },
  async run({ tx, at, input, subject: { round } }) {
    const standing = await tx
      .select({ id: releases.id, label: releases.label })
      .from(releases)
      .where(and(inArray(releases.label, input.labels), isNull(releases.endedAt)))
    const releaseOf = new Map(standing.map((release) => [release.label, release.id]))
    const reserveMinor = BigInt(input.reserveMinor ?? round.settings.defaultReserveMinor)
    const added = input.labels.map((label) => ({
      id: newId('lot', at),
      roundId: round.id,
      label,
      releaseId: releaseOf.get(label) ?? '',
      reserveMinor,
    }))
    await tx.insert(lots).values(added)
    await tx
      .update(rounds)
      .set({ version: sql`${rounds.version} + 1` })
      .where(eq(rounds.id, round.id))
    return {
      result: { lots: added.map(({ id, label }) => ({ lotId: id, label })) },
      audit: { object: round.id, facts: { labels: input.labels, reserveMinor } },
    }
  },
})

/** A label is in at most one live round (R3.1). The labels are locked, so nobody adds them elsewhere meanwhile. */
async function requireFree(tx: Tx, roundId: string, names: readonly string[]): Promise<void> {
  const [taken] = await tx
    .select({ label: lots.label, roundId: lots.roundId })
    .from(lots)
    .where(and(inArray(lots.label, [...names]), eq(lots.live, true)))
    .orderBy(lots.label)
  if (!taken) return
  const code = taken.roundId === roundId ? 'lot.duplicate' : 'label.in-live-round'
  throw refuse(code, { label: taken.label })
}
