import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { database } from '@/db/client'
import { labels } from '@/db/schema/labels'
import { approvals } from '@/db/schema/system'
import { releaseLabel } from '@/domain/labels/release-label'
import type { Person } from '@/lib/access/actor'
import { done } from './world'

/**
 * Leaves something for the second officer: a request to release three more names. Requests expire after 30 minutes
 * (R16.3), so this is done at every start of the demo world, unless one is waiting.
 */
export async function askSecondPerson(officer: Person): Promise<void> {
  const db = database()
  const [waiting] = await db
    .select({ id: approvals.id })
    .from(approvals)
    .where(and(eq(approvals.state, 'pending'), gt(approvals.expiresAt, sql`clock_timestamp()`)))
    .limit(1)
  if (waiting) return
  const next = await db
    .select({ label: labels.label })
    .from(labels)
    .where(and(eq(labels.state, 'reserved'), eq(labels.class, 'with-digit')))
    .orderBy(asc(labels.label))
    .limit(3)
  if (next.length === 0) return
  const names = next.map(({ label }) => label)
  await done(
    releaseLabel(officer, {
      labels: names,
      basis: 'no-country-code',
      note: 'Asked for by several visitors of the catalogue.',
    }),
  )
}
