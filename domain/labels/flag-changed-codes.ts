import { eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { labels, releases } from '@/db/schema/labels'
import { operation } from '@/lib/operation'
import { countryCodeFacts } from './country-code-facts'

/**
 * Flags every released label whose code has meanwhile become officially assigned or a ccTLD (R2.3). To be called
 * whenever the lists of codes have changed; labels that are flagged already keep their first reason.
 * @returns the labels newly flagged, in alphabetical order
 */
export async function flagChangedCodes(tx: Tx, at: Date): Promise<string[]> {
  const released = await tx
    .select({
      label: labels.label,
      flaggedAt: labels.flaggedAt,
      category: releases.categoryThen,
      cctld: releases.cctldThen,
    })
    .from(releases)
    .innerJoin(labels, eq(labels.label, releases.label))
    .where(isNull(releases.endedAt))
    .orderBy(labels.label)
    .for('update', { of: labels })
  if (released.length === 0) return []
  const now = await countryCodeFacts(
    tx,
    released.map((row) => row.label),
  )
  const changes = released.flatMap(({ label, flaggedAt, category, cctld }) => {
    const facts = now.get(label)!
    const assigned = facts.category === 'officially-assigned' && category !== 'officially-assigned'
    const delegated = facts.cctld && !cctld
    if (flaggedAt || (!assigned && !delegated)) return []
    return [{ label, reason: assigned ? 'The code became officially assigned.' : 'The code became a ccTLD.' }]
  })
  for (const { label, reason } of changes)
    await tx.update(labels).set({ flaggedAt: at, flagReason: reason }).where(eq(labels.label, label))
  return changes.map((change) => change.label)
}

/** Compares the released labels with the lists of today, by hand or as the system. */
export const flagChanged = operation('label.flag-changed', {
  input: z.strictObject({}),
  subject: async () => ({}),
  async run({ tx, at }) {
    const flagged = await flagChangedCodes(tx, at)
    return { result: { flagged }, audit: { object: 'labels', facts: { flagged } } }
  },
})
