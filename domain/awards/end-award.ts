import type { Tx } from '@/db/client'
import { forfeitDeposit } from '@/domain/deposits/forfeit-deposit'
import type { Award } from './lock-award'
import { moveAward } from './move-award'

/** Why an award ends before it is paid. */
export type Ending = 'declined' | 'not-accepted' | 'not-paid'

/** `reason` is public, `toHolder` the same for whom it concerns. */
export type Ended = { reason: string; toHolder: string; defaulted: boolean; forfeitedMinor: bigint }

/** Why it ended: as it stands on the pages of the name and of its result, and as a letter says it to the holder. */
const reasons: Record<Ending, Record<'winner' | 'next', { reason: string; toHolder: string }>> = {
  declined: {
    winner: {
      reason: 'The winner declined, which is a default (R10.3)',
      toHolder: 'You declined it, which is a default of the winner (R10.3)',
    },
    next: { reason: 'The next in order declined', toHolder: 'You declined it' },
  },
  'not-accepted': {
    winner: {
      reason: 'The winner did not accept in time (R10.3)',
      toHolder: 'You did not accept it in time (R10.3)',
    },
    next: { reason: 'The next in order did not answer in time', toHolder: 'You did not answer in time' },
  },
  'not-paid': {
    winner: {
      reason: 'The winner did not pay in time (R10.3)',
      toHolder: 'You did not pay in full in time (R10.3)',
    },
    next: { reason: 'It was not paid in time (R10.3)', toHolder: 'You did not pay in full in time (R10.3)' },
  },
}

/** Whether this end is a default, which costs a part of the deposit; the next in order may say no (R10.3). */
export function isDefault({ rank }: Pick<Award, 'rank'>, ending: Ending): boolean {
  return rank === 0 || ending === 'not-paid'
}

/**
 * Ends an award that is not paid: a default or, for the next in order who does not want it, a declined offer. The caller
 * holds the award's lock. @returns why, and what is kept of the deposit in cents
 */
export async function endAward(
  tx: Tx,
  { award, ending, at }: { award: Award; ending: Ending; at: Date },
): Promise<Ended> {
  const defaulted = isDefault(award, ending)
  const words = reasons[ending][award.rank === 0 ? 'winner' : 'next']
  await moveAward(tx, { award, move: defaulted ? 'default' : 'decline', at }, words.reason)
  const forfeitedMinor = defaulted ? (await forfeitDeposit(tx, { award, at })).forfeitedMinor : 0n
  return { ...words, defaulted, forfeitedMinor }
}
