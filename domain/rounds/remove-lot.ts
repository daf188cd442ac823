import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { lots, rounds } from '@/db/schema/rounds'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { Id } from './input'
import { lockRound } from './lock-round'

/** Takes a lot out of a draft round; its label stays released. Refuses with `round.frozen`. */
export const removeLot = operation('round.remove-lot', {
  input: z.strictObject({ roundId: Id, lotId: Id }),
  async subject(tx, { roundId, lotId }) {
    const round = await lockRound(tx, roundId)
    const [lot] = await tx
      .select()
      .from(lots)
      .where(and(eq(lots.id, lotId), eq(lots.roundId, roundId)))
      .for('update')
    return round && lot && { round, lot }
  },
  check({ subject: { round } }) {
    if (round.state !== 'draft') throw refuse('round.frozen')
  },
  async run({ tx, subject: { round, lot } }) {
    await tx.delete(lots).where(eq(lots.id, lot.id))
    await tx
      .update(rounds)
      .set({ version: sql`${rounds.version} + 1` })
      .where(eq(rounds.id, round.id))
    return {
      result: { lotId: lot.id },
      audit: { object: round.id, facts: { lot: lot.id, label: lot.label } },
    }
  },
})
