import { max, sql } from 'drizzle-orm'
import { z } from 'zod'
import { phases } from '@/db/schema/rounds'
import { Name, Summary } from '@/domain/rounds/input'
import { newId } from '@/lib/ids'
import { operation } from '@/lib/operation'

/** Adds a phase with the next number, not published yet (R3.1). */
export const createPhase = operation('phase.create', {
  input: z.strictObject({ name: Name, summary: Summary.default('') }),
  async subject(tx) {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('phases', 0))`)
    const [row] = await tx.select({ last: max(phases.number) }).from(phases)
    return { number: (row?.last ?? 0) + 1 }
  },
  async run({ tx, at, input, subject: { number } }) {
    const phaseId = newId('pha', at)
    await tx.insert(phases).values({ id: phaseId, number, ...input, createdAt: at })
    return { result: { phaseId, number }, audit: { object: phaseId, facts: { number, ...input } } }
  },
})
