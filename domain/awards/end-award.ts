import type { Tx } from '@/db/client'
import { forfeitDeposit } from '@/domain/deposits/forfeit-deposit'
import type { Award } from './lock-award'
import { moveAward } from './move-award'

/** Why an award ends before it is paid. */
export type Ending = 'declined' | 'not-accepted' | 'not-paid'

export type Ended = { reason: string; defaulted: boolean; forfeitedMinor: bigint }

/** The public reason of an end: what stands on the pages of the name and of its result. */
const reasons: Record<Ending, { winner: string; next: string }> = {
  declined: { winner: 'The winner declined, which is a default (R10.3)', next: 'The next in order declined' },
  'not-accepted': {
    winner: 'The winner did not accept in time (R10.3)',
    next: 'The next in order did not answer in time',
  },
  'not-paid': { winner: 'The winner did not pay in time (R10.3)', next: 'It was not paid in time (R10.3)' },
}

/** Whether this end is a default, which costs a part of the deposit; the next in order may say no (R10.3). */
export function isDefault({ rank }: Pick<Award, 'rank'>, ending: Ending): boolean {
  return rank === 0 || ending === 'not-paid'
}

/**
 * Ends an award that is not paid: a default or, for the next in order who does not want it, a declined offer. The caller
 * holds the award's lock. @returns the public reason, and what is kept of the deposit in cents
 */
export async function endAward(
  tx: Tx,
  { award, ending, at }: { award: Award; ending: Ending; at: Date },
): Promise<Ended> {
  const defaulted = isDefault(award, ending)
  const reason = reasons[ending][award.rank === 0 ? 'winner' : 'next']
  await moveAward(tx, { award, move: defaulted ? 'default' : 'decline', at }, reason)
  const forfeitedMinor = defaulted ? (await forfeitDeposit(tx, { award, at })).forfeitedMinor : 0n
  return { reason, defaulted, forfeitedMinor }
}
