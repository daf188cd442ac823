import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { phases } from '@/db/schema/rounds'
import { Id } from '@/domain/rounds/input'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'

/** Shows a phase to everyone (R3.1). It is not taken back: its rounds may be. Refuses with `phase.published`. */
export const publishPhase = operation('phase.publish', {
  input: z.strictObject({ phaseId: Id }),
  async subject(tx, { phaseId }) {
    const [phase] = await tx.select().from(phases).where(eq(phases.id, phaseId)).for('update')
    return phase
  },
  check({ subject: phase }) {
    if (phase.publishedAt) throw refuse('phase.published')
  },
  async run({ tx, at, subject: phase }) {
    await tx.update(phases).set({ publishedAt: at }).where(eq(phases.id, phase.id))
    return {
      result: { phaseId: phase.id },
      audit: { object: phase.id, facts: { number: phase.number, name: phase.name } },
    }
  },
})
