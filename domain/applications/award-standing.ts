import type { AwardState } from '@/db/schema/awards'
import { awardStateWords, isActive } from '@/domain/awards/lifecycle'
import { formatMoney } from '@/lib/money'
import type { Step } from './course'
import type { Due } from './standing'

/** The award of an application, where it has one: the winner’s, or that of the next in order (R10). */
export type AwardFacts = {
  id: string
  /** 0: the winner. */
  rank: number
  state: AwardState
  priceMinor: bigint
  offeredAt: Date
  stateSince: Date
  acceptBy: Date
  payBy: Date
  endReason: string | null
}

/** The word on lists and beside the name. */
export function awardWord({ rank, state }: AwardFacts): string {
  if (!isActive(state)) return 'Award ended'
  return rank > 0 && state === 'offered' ? 'Offered to you' : 'Won'
}

/** The same in a sentence. */
export function awardLine({ rank, state, priceMinor }: AwardFacts, label: string): string {
  if (!isActive(state)) return `Your award of ${label}.org has ended.`
  const goes = rank > 0 && state === 'offered' ? 'is offered to you' : 'goes to you'
  return `${label}.org ${goes} for ${formatMoney(priceMinor)}.`
}

/** What is due of it, and the way there. */
export function awardDue({ id, rank, state, acceptBy, payBy, endReason }: AwardFacts): Due {
  const action = { text: 'See your award', href: `/portal/awards/${id}` }
  const urgent = { action: { ...action, look: 'primary' as const } }
  if (state === 'offered')
    return {
      lead: rank === 0 ? 'Accept it before' : 'Offered to you: answer before',
      at: acceptBy,
      ...urgent,
    }
  if (state === 'accepted') return { lead: 'Pay in full before', at: payBy, ...urgent }
  if (state === 'paid')
    return { lead: 'Paid in full', action, sentence: 'Your registrar can now register the name for you.' }
  return { lead: awardStateWords[state], action, ...(endReason && { sentence: `${endReason}.` }) }
}

/** Its part of the course, after the result. */
export function awardSteps({ rank, state, offeredAt, stateSince, acceptBy, payBy }: AwardFacts): Step[] {
  const offered: Step[] = rank === 0 ? [] : [{ state: 'past', title: 'Offered to you', at: offeredAt }]
  if (state === 'offered') return [...offered, { state: 'now', title: 'Accept before', at: acceptBy }]
  if (state === 'accepted') return [...offered, { state: 'now', title: 'Pay in full before', at: payBy }]
  return [...offered, { state: 'past', title: awardStateWords[state], at: stateSince }]
}
