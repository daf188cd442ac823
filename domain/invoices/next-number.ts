import { eq, max, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { creditNotes, invoices } from '@/db/schema/settlement'

const series = { INV: invoices, CN: creditNotes }

/**
 * The next number of a series in a year of UTC, without gaps (R10.2): under a lock that is held until the number is
 * either used or given back with everything else. `INV-2026-0001`.
 */
export async function nextNumber(tx: Tx, prefix: keyof typeof series, at: Date) {
  const table = series[prefix]
  const year = at.getUTCFullYear()
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`numbers:${prefix}:${year}`}))`)
  const [last] = await tx
    .select({ sequence: max(table.sequence) })
    .from(table)
    .where(eq(table.year, year))
  const sequence = (last?.sequence ?? 0) + 1
  return { year, sequence, number: `${prefix}-${year}-${String(sequence).padStart(4, '0')}` }
}
