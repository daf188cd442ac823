import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { labels, releases } from '@/db/schema/labels'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { countryCodeFacts } from './country-code-facts'
import { LabelText, PublicReason } from './input'
import { lockLabels } from './lock-labels'
import { nameLabels } from './name-labels'
import { releaseRoutes } from './release-routes'

/**
 * Clears a label's flag after its country-code status was reviewed, by two people (R2.3). A release whose basis no
 * longer fits the code cannot be cleared: the label is withheld, restored and released on another basis.
 * Refuses with `label.not-flagged`, `label.basis-not-allowed`.
 */
export const clearFlag = operation('label.clear-flag', {
  input: z.strictObject({ label: LabelText, reason: PublicReason }),
  async subject(tx, { label }) {
    const [row] = (await lockLabels(tx, [label])) ?? []
    if (!row) return undefined
    const [release] = await tx
      .select()
      .from(releases)
      .where(and(eq(releases.label, label), isNull(releases.endedAt)))
    return { row, release, facts: (await countryCodeFacts(tx, [label])).get(label)! }
  },
  check({ subject: { row, release, facts } }) {
    if (!row.flaggedAt) throw refuse('label.not-flagged', { label: row.label })
    if (release && !releaseRoutes(facts).includes(release.basis))
      throw refuse('label.basis-not-allowed', { label: row.label })
  },
  secondPerson({ label, reason }, { row, facts }) {
    const { object, name, typed } = nameLabels([label])
    return {
      object,
      summary: `Clear the flag on ${name}, so that rounds can contain it again.`,
      typed,
      changes: [{ what: name, before: `flagged: ${row.flagReason}`, after: 'not flagged' }],
      reason,
      fingerprint: { flaggedAt: row.flaggedAt, facts },
    }
  },
  async run({ tx, at, input: { label, reason }, subject: { release, facts } }) {
    await tx.update(labels).set({ flaggedAt: null, flagReason: null }).where(eq(labels.label, label))
    // The review is a decision of its own day: the release now rests on what the lists say today.
    if (release)
      await tx
        .update(releases)
        .set({ categoryThen: facts.category, cctldThen: facts.cctld })
        .where(eq(releases.id, release.id))
    return {
      result: { label },
      audit: { object: `label:${label}`, facts: { reason, reviewedAt: at, ...facts } },
    }
  },
})
