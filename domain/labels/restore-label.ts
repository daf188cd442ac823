import { z } from 'zod'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { labelList, PublicReason } from './input'
import { lockLabels } from './lock-labels'
import { moveLabels } from './move-labels'
import { nameLabels } from './name-labels'

/**
 * Ends the withholding of labels, by two people: they are reserved again and need a release of their own (R1.4, R2.3).
 * Refuses with `label.wrong-state`.
 */
export const restoreLabel = operation('label.restore', {
  input: z.strictObject({ labels: labelList(100), reason: PublicReason }),
  subject: (tx, input) => lockLabels(tx, input.labels),
  check({ subject: rows }) {
    const other = rows.find((row) => row.state !== 'withheld')
    if (other) throw refuse('label.wrong-state', { label: other.label, state: other.state })
  },
  secondPerson(input, rows) {
    const { object, name, typed } = nameLabels(input.labels)
    return {
      object,
      summary: `Stop withholding ${name}.`,
      typed,
      changes: rows.map((row) => ({ what: `${row.label}.org`, before: row.state, after: 'reserved' })),
      reason: input.reason,
    }
  },
  async run({ tx, at, input }) {
    await moveLabels(tx, input.labels, { to: 'reserved', at, note: input.reason })
    return {
      result: { labels: input.labels },
      audit: {
        object: nameLabels(input.labels).object,
        facts: { labels: input.labels, reason: input.reason },
      },
    }
  },
})
