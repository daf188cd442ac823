import type { LabelState } from '@/db/schema/labels'
import type { LotState, RoundState } from '@/db/schema/rounds'

/**
 * Where a name stands, as everyone sees it: the label's own state, and while it is offered the stage of its round.
 * In the order in which a name passes through them.
 */
export const publicStatuses = [
  'reserved',
  'withheld',
  'before',
  'released',
  'open',
  'review',
  'qualified',
  'live',
  'closed',
  'awarded',
  'allocated',
] as const
export type PublicStatus = (typeof publicStatuses)[number]

const ownStatus: Record<Exclude<LabelState, 'offered'>, PublicStatus> = {
  reserved: 'reserved',
  released: 'released',
  awarded: 'awarded',
  allocated: 'allocated',
  withheld: 'withheld',
  'registered-before-programme': 'before',
}

/** The lot a label is offered as. `suspendedFrom` is what a suspended round goes back to. */
export type Offer = { round: RoundState; suspendedFrom: RoundState | null; lot: LotState }

/**
 * The public status of a label. An approved round that does not take applications yet leaves its names `released`.
 * `offer` is looked at only while the label is `offered`, so that a draft round never shows. A name is `live` only while
 * bids are taken: a suspension of the bidding puts it back to where it waits for it.
 */
export function publicStatus(state: LabelState, offer?: Offer): PublicStatus {
  if (state !== 'offered') return ownStatus[state]
  return offer ? statusOfOffer(offer) : 'released'
}

/** The stage of a round, seen through a suspension: it stands where it stood. */
export function stageOf({ round, suspendedFrom }: Pick<Offer, 'round' | 'suspendedFrom'>): RoundState {
  return round === 'suspended' ? (suspendedFrom ?? 'approved') : round
}

function statusOfOffer(offer: Offer): PublicStatus {
  switch (stageOf(offer)) {
    case 'applications':
      return 'open'
    case 'review':
      return 'review'
    case 'qualified':
      return 'qualified'
    case 'bidding':
      if (offer.lot === 'waiting') return 'qualified'
      if (offer.lot === 'open') return offer.round === 'suspended' ? 'qualified' : 'live'
      return 'closed'
    case 'closed':
    case 'final':
      return 'closed'
    default:
      return 'released'
  }
}
