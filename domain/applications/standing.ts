import type { ApplicationState } from '@/db/schema/applications'
import type { DecisionOutcome } from '@/db/schema/reviews'
import type { AuctionFormat, LotOutcome, LotState, RoundState } from '@/db/schema/rounds'
import { outcomeWords } from '@/domain/decisions/rules'
import { canPractise } from '@/domain/practice/rules'
import { askUntil, canBeReconsidered, type Reconsidered } from '@/domain/reconsiderations/rules'
import type { Timetable } from '@/domain/rounds/timetable'
import { formatMoney } from '@/lib/money'
import { type AwardFacts, awardDue, awardLine, awardWord } from './award-standing'
import { applicationStateWords, isAccepting } from './rules'

/**
 * Where an application stands for its applicant, and the one thing that is due next.
 *
 * Invariants:
 * - A decision is known from its release on (R6.7), a result from `final` on (R3.3): whoever reads the facts leaves both
 *   out before, so nothing here can tell them.
 * - What a date says depends on the clock and on the round, never on the order of the list alone.
 */
export type Facts = {
  id: string
  state: ApplicationState
  label: string
  createdAt: Date
  withdrawnAt: Date | null
  round: Timetable & { id: string; state: RoundState; format: AuctionFormat; publicReason: string | null }
  lot: { id: string; state: LotState; opensAt: Date | null; closesAt: Date | null }
  decision: { outcome: DecisionOutcome; releasedAt: Date } | null
  /** The one request to decide again, and when it was decided (R6.7). */
  reconsideration: {
    /** The outcome it was about; the decision carries the one that holds. */
    before: DecisionOutcome
    grounds: string
    requestedAt: Date
    outcome: Reconsidered | null
    reason: string | null
    decidedAt: Date | null
  } | null
  hasDeposit: boolean
  /** Until when the panel waits for an answer about the plan; null when it waits for none. */
  clarificationDueAt: Date | null
  /** No longer in the bidding, by two officers (R16.3). */
  struck: boolean
  result: { outcome: LotOutcome; won: boolean; priceMinor: bigint | null; finalAt: Date } | null
  award: AwardFacts | null
}

/** What is due next: the fact, when, what to do, and what to know about it. */
export type Due = {
  lead: string
  at?: Date
  action?: { text: string; href: string; look?: 'live' | 'primary' }
  sentence?: string
}

/** The word for an application on lists and beside its name. */
export function standingWord({ state, decision, result, award }: Facts): string {
  if (award) return awardWord(award)
  if (state !== 'submitted') return applicationStateWords[state]
  if (!decision) return applicationStateWords.submitted
  if (decision.outcome !== 'qualified' || !result) return outcomeWords[decision.outcome]
  return result.won ? 'Won' : 'Not won'
}

/** The same in a sentence, at the top of its page once it is not being written. */
export function standingLine({ state, round, decision, result, award, label }: Facts, now: Date): string {
  if (award) return awardLine(award, label)
  if (state === 'withdrawn')
    return isAccepting(round, now)
      ? 'You withdrew it. Until applications close you can take it up again.'
      : 'It was withdrawn, so it takes no part in the round. Every submitted version is kept.'
  if (state === 'not-submitted') return 'The draft was not submitted before the close, so it takes no part.'
  if (state === 'draft') return 'It can be written while the round accepts applications.'
  if (!decision) return 'It can no longer be changed. Every submitted version is kept.'
  if (decision.outcome !== 'qualified') return 'Your plan did not qualify. The panel’s reasons stand below.'
  if (!result) return 'Your plan qualified, so you may bid for the name.'
  if (!result.won) return `Your plan qualified, but ${label}.org did not go to you.`
  const { priceMinor } = result
  return `${label}.org goes to you${priceMinor === null ? '' : ` for ${formatMoney(priceMinor)}`}.`
}

/** Whether the plan takes part in the bidding, or did. */
export function isInBidding({ state, decision }: Facts): boolean {
  return state === 'submitted' && decision?.outcome === 'qualified'
}

/** Whether a practice auction is of use to the applicant (R3.6). */
export function mayPractise({ state, decision, round }: Facts): boolean {
  const stands = state === 'draft' || state === 'submitted'
  return stands && (!decision || decision.outcome === 'qualified') && canPractise(round.state)
}

/** The next due thing; undefined when nothing more is to come. */
export function nextDue(facts: Facts, now: Date): Due | undefined {
  const { state, round } = facts
  const base = `/portal/applications/${facts.id}`
  if (state === 'not-submitted') return undefined
  if (state === 'withdrawn')
    return isAccepting(round, now)
      ? { lead: 'Can be taken up again until', at: round.applicationsCloseAt }
      : undefined
  if (round.state === 'suspended')
    return { lead: 'The round stands still', sentence: round.publicReason ?? undefined }
  if (round.state === 'cancelled')
    return { lead: 'The round was cancelled', sentence: round.publicReason ?? undefined }
  if (state === 'draft')
    return isAccepting(round, now)
      ? { lead: 'Submit before', at: round.applicationsCloseAt, action: { text: 'Continue', href: base } }
      : undefined
  if (facts.decision) return dueAfterDecision(facts, facts.decision, now)
  const { clarificationDueAt: asked } = facts
  if (asked && now < asked && round.state === 'review')
    return {
      lead: 'The panel has a question. Answer before',
      at: asked,
      action: { text: 'Answer', href: `${base}/clarifications`, look: 'primary' },
    }
  return isAccepting(round, now)
    ? { lead: 'Can be replaced until', at: round.applicationsCloseAt }
    : { lead: 'Result of the review by', at: round.reviewResultsAt }
}

function dueAfterDecision(facts: Facts, { outcome, releasedAt }: NonNullable<Facts['decision']>, now: Date) {
  if (outcome === 'qualified') return dueInBidding(facts, now)
  if (facts.reconsideration) return dueOnceAsked(facts.reconsideration)
  if (!mayAskAgain(facts, now)) return undefined
  return {
    lead: 'You may ask for a reconsideration until',
    at: askUntil(releasedAt),
    action: { text: 'Ask for a reconsideration', href: `/portal/applications/${facts.id}/reconsideration` },
    sentence: 'Once, saying why. Two people who did not decide before will decide.',
  }
}

/** Whether its applicant may still ask that it be decided again (R6.7). */
export function mayAskAgain({ decision, reconsideration }: Facts, now: Date): boolean {
  if (!decision || reconsideration) return false
  return canBeReconsidered(decision.outcome) && now < askUntil(decision.releasedAt)
}

function dueOnceAsked({ requestedAt, decidedAt }: NonNullable<Facts['reconsideration']>): Due | undefined {
  if (decidedAt) return undefined
  return {
    lead: 'Reconsideration asked for',
    at: requestedAt,
    sentence: 'Two people who did not decide before will decide. You get a letter with their reason.',
  }
}

function dueInBidding(facts: Facts, now: Date): Due | undefined {
  const { round, lot, result, struck } = facts
  if (result) return dueAfterResult(facts, result, now)
  const room = (text: string, look?: 'live') => ({ text, href: `/room/${lot.id}`, look })
  if (struck)
    return {
      lead: 'You are out of the bidding',
      sentence: 'The programme took you out of it. Its letter says why.',
    }
  if (round.state === 'qualified') return dueBeforeBidding(facts, now)
  if (round.state === 'bidding' && lot.state === 'open') {
    const action = room('Enter the room', 'live')
    // A clock stops when one is left: nobody knows when.
    if (round.format === 'ascending-clock') return { lead: 'Bidding now', action }
    return { lead: 'Bidding now, until', at: lot.closesAt ?? round.biddingClosesAt, action }
  }
  if (round.state === 'bidding' && lot.state === 'waiting')
    return { lead: 'Bidding opens', at: lot.opensAt ?? round.biddingOpensAt, action: room('See the room') }
  return {
    lead: 'Result by',
    at: round.resultsAt,
    action: room('See how it closed'),
    sentence: 'Bidding on this name is closed. The result follows once its record has been replayed.',
  }
}

function dueBeforeBidding({ round, hasDeposit }: Facts, now: Date): Due {
  const action = { text: 'Practise bidding', href: `/portal/rounds/${round.id}/practice` }
  if (!hasDeposit && now < round.depositDueAt)
    return {
      lead: 'Deposit due',
      at: round.depositDueAt,
      sentence: 'It sets how much you may bid. The programme records it here when it has arrived.',
    }
  return {
    lead: 'Bidding opens',
    at: round.biddingOpensAt,
    action,
    sentence: hasDeposit
      ? 'Your deposit is recorded. Until then you can practise in the round’s own format.'
      : 'No deposit of yours is recorded, and without one you cannot bid. Contact the programme at once if you have paid.',
  }
}

function dueAfterResult(
  { label, round, award }: Facts,
  { won, outcome, priceMinor }: NonNullable<Facts['result']>,
  now: Date,
): Due {
  if (award) return awardDue(award)
  const action = { text: 'See the result', href: `/results/${label}` }
  const price = priceMinor === null ? '' : formatMoney(priceMinor)
  if (won)
    return {
      lead: now < round.paymentDueAt ? `Payment of ${price} due` : `Payment of ${price} was due`,
      at: round.paymentDueAt,
      action,
      sentence: 'The programme sends the invoice by itself. Pay only once you have checked it with us.',
    }
  const sold = outcome === 'sold' || outcome === 'allotted'
  return {
    lead: sold ? `Awarded to another applicant for ${price}` : 'Not sold: no bid reached the reserve',
    action,
    sentence: sold ? 'The programme returns your deposit.' : 'The name goes back to released.',
  }
}
