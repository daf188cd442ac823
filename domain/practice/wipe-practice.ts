import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { lockRound } from '@/domain/rounds/lock-round'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { duePractices } from './due-practices'

/**
 * Wipes a practice with its bids and events (R3.6). The database does it, and only for a practice: nothing else of the
 * append-only tables can ever go. Refuses with `practice.not-due`.
 */
export const wipePractice = operation('practice.wipe', {
  input: z.strictObject({ roundId: z.string().max(60) }),
  async subject(tx, { roundId }) {
    const round = await lockRound(tx, roundId, { practice: true })
    return round?.practice ? { round, due: await duePractices(tx) } : undefined
  },
  check({ subject: { round, due } }) {
    if (!due.includes(round.id)) throw refuse('practice.not-due')
  },
  async run({ tx, subject: { round } }) {
    await tx.execute(sql`select wipe_practice(${round.id})`)
    return {
      result: { roundId: round.id },
      audit: { object: round.id, facts: { practiceOf: round.practiceOf ?? '' } },
    }
  },
})
