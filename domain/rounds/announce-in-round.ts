import { z } from 'zod'
import type { Tx } from '@/db/client'
import { announcements } from '@/db/schema/rounds'
import { refuse } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { topics } from '@/lib/live'
import { operation } from '@/lib/operation'
import { Id } from './input'
import { lockRound } from './lock-round'

/** A notice to everyone in a round, within another step such as a suspension. The caller announces the topic. */
export async function addAnnouncement(tx: Tx, roundId: string, at: Date, text: string): Promise<void> {
  await tx.insert(announcements).values({ id: newId('ann', at), roundId, at, text })
}

/** Tells everyone in a round something: dated, public, never changed. Refuses with `round.wrong-state` for a draft. */
export const announceInRound = operation('round.announce', {
  input: z.strictObject({
    roundId: Id,
    text: z
      .string({ error: 'Write the announcement.' })
      .trim()
      .min(3, 'Write the announcement.')
      .max(1000, 'Keep the announcement to 1,000 characters.'),
  }),
  subject: (tx, { roundId }) => lockRound(tx, roundId),
  check({ subject: round }) {
    if (round.state === 'draft') throw refuse('round.wrong-state', { state: round.state })
  },
  async run({ tx, at, input: { roundId, text } }) {
    await addAnnouncement(tx, roundId, at, text)
    return {
      result: { roundId },
      audit: { object: roundId, facts: { text } },
      announce: [topics.round(roundId)],
    }
  },
})
