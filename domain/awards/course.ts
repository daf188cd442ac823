import type { AwardState } from '@/db/schema/awards'

/** The instants of an award, what it went through, and what was moved; as its pages read it. */
export type CourseFacts = {
  rank: number
  state: AwardState
  offeredAt: Date
  acceptBy: Date
  payBy: Date
  moves: readonly { to: AwardState; at: Date; reason: string }[]
  extensions: readonly { deadline: 'accept' | 'pay'; after: Date; at: Date; reason: string }[]
}

export type CourseStep = { state: 'past' | 'now' | 'next'; title: string; text?: string; at?: Date }

const moved: Record<AwardState, string> = {
  offered: 'Offered',
  accepted: 'Accepted',
  paid: 'Paid in full',
  allocated: 'Registered for the applicant',
  declined: 'Declined',
  defaulted: 'Ended by default',
  revoked: 'Revoked',
}

/** What happened to an award, what is due now and what comes, in the order of time (R10). */
export function awardCourse(facts: CourseFacts): CourseStep[] {
  const past = [
    ...facts.moves.map(({ to, at, reason }) => ({ title: moved[to], at, ...(reason && { text: reason }) })),
    ...facts.extensions.map(({ deadline, at, reason }) => ({
      title: `More time to ${deadline} was given`,
      at,
      text: reason,
    })),
  ].sort((a, b) => a.at.getTime() - b.at.getTime())
  const offered = facts.rank === 0 ? 'Awarded with the result' : 'Offered to the next in order'
  return [
    { state: 'past', title: offered, at: facts.offeredAt },
    ...past.map((step) => ({ state: 'past' as const, ...step })),
    ...ahead(facts),
  ]
}

function ahead({ state, acceptBy, payBy }: CourseFacts): CourseStep[] {
  const registered = 'The registrar registers the name'
  if (state === 'offered')
    return [
      { state: 'now', title: 'Accept before', at: acceptBy },
      { state: 'next', title: 'Pay in full before', at: payBy },
      { state: 'next', title: registered },
    ]
  if (state === 'accepted')
    return [
      { state: 'now', title: 'Pay in full before', at: payBy },
      { state: 'next', title: registered },
    ]
  return state === 'paid' ? [{ state: 'now', title: registered }] : []
}
