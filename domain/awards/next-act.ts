import type { AwardState } from '@/db/schema/awards'
import { isActive } from './lifecycle'

export type ActFacts = {
  state: AwardState
  acceptBy: Date
  payBy: Date
  /** Its award has ended, it was the last, and the name has not gone back. */
  waits: boolean
}

/** Who has to do what next about an award, and until when; undefined when nothing is to be done. */
export function nextAct({
  state,
  acceptBy,
  payBy,
  waits,
}: ActFacts): { text: string; at?: Date } | undefined {
  if (waits) return { text: 'Offer to the next in order' }
  if (state === 'offered') return { text: 'Applicant accepts before', at: acceptBy }
  if (state === 'accepted') return { text: 'Applicant pays before', at: payBy }
  return state === 'paid' ? { text: 'Registrar registers the name' } : undefined
}

/** The filters of the list, in the order of an award’s life. */
export const awardFilters = ['waits', 'offered', 'accepted', 'paid', 'allocated', 'ended'] as const
export type AwardFilter = (typeof awardFilters)[number]

export const awardFilterWords: Record<AwardFilter, string> = {
  waits: 'Next in order due',
  offered: 'To be accepted',
  accepted: 'To be paid',
  paid: 'Paid',
  allocated: 'Allocated',
  ended: 'Ended',
}

export function matches({ state, waits }: Pick<ActFacts, 'state' | 'waits'>, filter: AwardFilter): boolean {
  if (filter === 'waits') return waits
  return filter === 'ended' ? !isActive(state) : state === filter
}

/** A place in order: `Winner`, `1st after the winner`, `12th after the winner`. */
export function orderWords(rank: number): string {
  if (rank === 0) return 'Winner'
  const teen = rank % 100 > 10 && rank % 100 < 14
  const ending = (teen ? undefined : { 1: 'st', 2: 'nd', 3: 'rd' }[rank % 10]) ?? 'th'
  return `${rank}${ending} after the winner`
}
