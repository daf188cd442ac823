import { and, count, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { lots } from '@/db/schema/rounds'
import { closeApplications } from '@/domain/applications/close-applications'
import { countPending } from '@/domain/reconsiderations/count-pending'
import { topics } from '@/lib/live'
import { operation } from '@/lib/operation'
import { formatInstant } from '@/lib/time/format-instant'
import { addAnnouncement } from './announce-in-round'
import { hasProvenKey } from './has-proven-key'
import { Id } from './input'
import { dueTransition, type RoundTransition, stateAfter } from './lifecycle'
import { lockRound, type Round } from './lock-round'
import { moveRound } from './move-round'
import { openTieSecret } from './tie-secret'

/** Transitions that the clock or the last of many steps makes; the others are made by two people. */
type Step = {
  announcement?: (round: Round) => string
  /** What goes with it, and what else of the row changes. */
  alongside?: (tx: Tx, round: Round) => Promise<{ publishedSecret?: string } | undefined>
}

const steps: Partial<Record<RoundTransition, Step>> = {
  'open-applications': {
    announcement: (round) =>
      `Applications are open until ${formatInstant(round.applicationsCloseAt, round.zone)}.`,
  },
  'close-applications': {
    announcement: () => 'Applications are closed. The branding plans are under review.',
    alongside: async (tx, round) => {
      await closeApplications(tx, round.id)
      return undefined
    },
  },
  'open-bidding': {
    announcement: () => 'Bidding is open.',
  },
  close: {
    announcement: () => 'Bidding is closed on every name. The result follows once it has been checked.',
    alongside: async (_tx, round) =>
      round.sealedSecret ? { publishedSecret: openTieSecret(round.id, round.sealedSecret) } : undefined,
  },
}

/**
 * Takes a round through every transition that is due by the database's clock, in order (R3.3): several after downtime,
 * none twice, however many workers ask. Locks the round, so that the clock is read after the lock (R7.1).
 */
export const advanceRound = operation('round.advance', {
  input: z.strictObject({ roundId: Id }),
  subject: (tx, { roundId }) => lockRound(tx, roundId, { practice: true }),
  async run({ tx, at, input: { roundId }, subject }) {
    const made: RoundTransition[] = []
    for (
      let round: Round | undefined = subject;
      round;
      round = await lockRound(tx, roundId, { practice: true })
    ) {
      const due = dueTransition(await progressOf(tx, round), at)
      if (!due) break
      await take(tx, round, due, at)
      made.push(due)
    }
    return {
      result: { made },
      audit: { object: roundId, facts: { made } },
      announce: made.length > 0 ? [topics.round(roundId)] : [],
    }
  },
})

async function progressOf(tx: Tx, round: Round) {
  const [row] = await tx
    .select({ open: count() })
    .from(lots)
    .where(and(eq(lots.roundId, round.id), inArray(lots.state, ['waiting', 'open'])))
  return {
    ...round,
    decisionsReleased: round.decisionsReleasedAt !== null,
    openLots: row!.open,
    pendingReconsiderations: round.state === 'qualified' ? await countPending(tx, round.id) : 0,
    hasProvenKey: round.state !== 'qualified' || (await hasProvenKey(tx, round)),
  }
}

async function take(tx: Tx, round: Round, transition: RoundTransition, at: Date): Promise<void> {
  const step = steps[transition]
  const beside = await step?.alongside?.(tx, round)
  const to = stateAfter(transition, round.state)
  await moveRound(tx, { roundId: round.id, from: round.state, to, at }, beside)
  if (step?.announcement) await addAnnouncement(tx, round.id, at, step.announcement(round))
}
