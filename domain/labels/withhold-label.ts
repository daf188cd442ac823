import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { lots } from '@/db/schema/rounds'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { labelList, PublicReason } from './input'
import { lockLabels } from './lock-labels'
import { moveLabels } from './move-labels'
import { nameLabels } from './name-labels'
import { canMove } from './rules'

/**
 * Keeps labels out of the Programme, for a public reason, by two people: PIR may allocate fewer than all (R1.4).
 * Refuses with `label.wrong-state` and, for a label in a round, `label.in-live-round`.
 */
export const withholdLabel = operation('label.withhold', {
  input: z.strictObject({ labels: labelList(100), reason: PublicReason }),
  subject: (tx, input) => lockLabels(tx, input.labels),
  async check({ tx, input, subject: rows }) {
    const stuck = rows.find((row) => !canMove(row.state, 'withheld'))
    if (stuck) throw refuse('label.wrong-state', { label: stuck.label, state: stuck.state })
    const [lot] = await tx
      .select({ label: lots.label })
      .from(lots)
      .where(and(inArray(lots.label, input.labels), eq(lots.live, true)))
    if (lot) throw refuse('label.in-live-round', { label: lot.label })
  },
  secondPerson(input, rows) {
    const { object, name, typed } = nameLabels(input.labels)
    return {
      object,
      summary: `Withhold ${name}.`,
      typed,
      changes: rows.map((row) => ({ what: `${row.label}.org`, before: row.state, after: 'withheld' })),
      reason: input.reason,
      fingerprint: rows.map((row) => row.state),
    }
  },
  async run({ tx, at, input }) {
    await moveLabels(tx, input.labels, { to: 'withheld', at, note: input.reason })
    return {
      result: { labels: input.labels },
      audit: {
        object: nameLabels(input.labels).object,
        facts: { labels: input.labels, reason: input.reason },
      },
    }
  },
})
