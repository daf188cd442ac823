import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { labels } from '@/db/schema/labels'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { LabelText, PublicReason } from './input'
import { lockLabels } from './lock-labels'

/**
 * Flags a label for review of its country-code status: no new round can contain it until the flag is cleared (R2.3).
 * Refuses with `label.flagged`, and `label.wrong-state` for a name that was never in the pool.
 */
export const flagLabel = operation('label.flag', {
  input: z.strictObject({ label: LabelText, reason: PublicReason }),
  subject: async (tx, input) => (await lockLabels(tx, [input.label]))?.[0],
  check({ subject: row }) {
    if (row.state === 'registered-before-programme')
      throw refuse('label.wrong-state', { label: row.label, state: row.state })
    if (row.flaggedAt) throw refuse('label.flagged', { label: row.label })
  },
  async run({ tx, at, input: { label, reason } }) {
    await tx.update(labels).set({ flaggedAt: at, flagReason: reason }).where(eq(labels.label, label))
    return { result: { label }, audit: { object: `label:${label}`, facts: { reason } } }
  },
})
