import { outcomeWords } from '@/domain/decisions/rules'
import { reconsideredWords } from '@/domain/reconsiderations/rules'
import { formatMoney } from '@/lib/money'
import { awardSteps } from './award-standing'
import { type Facts, isInBidding } from './standing'

/** A step on the way of an application; `now` is what goes on at this moment. */
export type Step = { state: 'past' | 'now' | 'next'; title: string; at: Date; text?: string }

type Versions = readonly { number: number; receivedAt: Date }[]

/** What happened to an application, where it stands and what is to come, told by the clock and by what was released. */
export function courseOf(facts: Facts, versions: Versions, now: Date): Step[] {
  const { round, state } = facts
  const is = (at: Date): Step['state'] => (at <= now ? 'past' : 'next')
  const past = (title: string, at: Date): Step => ({ state: 'past', title, at })
  const closed = now >= round.applicationsCloseAt
  return [
    past('Started', facts.createdAt),
    ...[...versions]
      .sort((a, b) => a.number - b.number)
      .map(({ number, receivedAt }) =>
        past(number === 1 ? 'Submitted' : `Version ${number} submitted`, receivedAt),
      ),
    ...(facts.withdrawnAt && !facts.decision ? [past('Withdrawn', facts.withdrawnAt)] : []),
    {
      state: is(round.applicationsCloseAt),
      title: closed ? 'Applications closed' : 'Applications close',
      at: round.applicationsCloseAt,
      text: state === 'not-submitted' ? 'The draft was not submitted, so it does not take part.' : undefined,
    },
    ...(facts.decision || state === 'submitted' ? afterClose(facts, is) : []),
  ]
}

function afterClose(facts: Facts, is: (at: Date) => Step['state']): Step[] {
  const { round, decision, reconsideration, withdrawnAt } = facts
  if (!decision) {
    const goesOn = round.state === 'review'
    return [
      {
        state: goesOn ? 'now' : 'next',
        title: goesOn ? 'Under review, until' : 'Review',
        at: round.reviewDueAt,
        text: 'Reviewers read the plan, without your name, and score it.',
      },
      {
        state: 'next',
        title: 'Results of the review',
        at: round.reviewResultsAt,
        text: 'With the score and reason of each criterion.',
      },
      { state: 'next', title: 'Deposit due', at: round.depositDueAt },
      { state: 'next', title: 'Bidding opens', at: round.biddingOpensAt },
    ]
  }
  return [
    {
      state: 'past',
      title: outcomeWords[reconsideration?.before ?? decision.outcome],
      at: decision.releasedAt,
    },
    ...(withdrawnAt ? [{ state: 'past', title: 'Withdrawn', at: withdrawnAt } as const] : []),
    ...reconsidered(facts),
    ...(isInBidding(facts) ? bidding(facts, is) : []),
  ]
}

function reconsidered({ reconsideration }: Facts): Step[] {
  if (!reconsideration) return []
  const { requestedAt, outcome, decidedAt } = reconsideration
  return [
    { state: 'past', title: 'Reconsideration asked for', at: requestedAt },
    ...(outcome && decidedAt
      ? [{ state: 'past', title: reconsideredWords[outcome], at: decidedAt } as const]
      : []),
  ]
}

function bidding(facts: Facts, is: (at: Date) => Step['state']): Step[] {
  const { round, lot, hasDeposit, result } = facts
  const opened = lot.state !== 'waiting'
  const closed = lot.state === 'closed' || lot.state === 'final'
  const goesOn = round.state === 'bidding' && lot.state === 'open'
  // While a clock runs, its lot knows the end of the present round alone.
  const expected = round.format === 'ascending-clock' && !closed
  const until = expected ? 'Bidding now, expected until' : 'Bidding now, until'
  return [
    {
      state: is(round.depositDueAt),
      title: 'Deposit due',
      at: round.depositDueAt,
      text: hasDeposit ? 'Your deposit is recorded.' : undefined,
    },
    {
      state: opened ? 'past' : 'next',
      title: opened ? 'Bidding opened' : 'Bidding opens',
      at: lot.opensAt ?? round.biddingOpensAt,
    },
    {
      state: closed ? 'past' : goesOn ? 'now' : 'next',
      title: closed ? 'Bidding closed' : goesOn ? until : 'Bidding closes',
      at: (expected ? null : lot.closesAt) ?? round.biddingClosesAt,
    },
    ...(result
      ? afterResult(facts, result, is)
      : [{ state: 'next', title: 'Result', at: round.resultsAt } as const]),
  ]
}

function afterResult(
  { round, award }: Facts,
  { won, outcome, priceMinor, finalAt }: NonNullable<Facts['result']>,
  is: (at: Date) => Step['state'],
): Step[] {
  const price = priceMinor === null ? '' : ` for ${formatMoney(priceMinor)}`
  const sold = outcome === 'sold' || outcome === 'allotted'
  const title = won ? `Awarded to you${price}` : sold ? `Awarded to another applicant${price}` : 'Not sold'
  if (award) return [{ state: 'past', title, at: finalAt }, ...awardSteps(award)]
  const payment = is(round.paymentDueAt)
  return [
    { state: 'past', title, at: finalAt },
    ...(won
      ? [
          {
            state: payment === 'next' ? 'now' : 'past',
            title: 'Payment due',
            at: round.paymentDueAt,
          } as const,
        ]
      : []),
  ]
}
