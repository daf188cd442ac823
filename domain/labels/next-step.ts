import type { ApplicationState } from '@/db/schema/applications'
import type { AwardState } from '@/db/schema/awards'
import type { DecisionOutcome } from '@/db/schema/reviews'
import { isActive } from '@/domain/awards/lifecycle'
import { roundPath } from '@/domain/rounds/round-address'
import type { Timetable } from '@/domain/rounds/timetable'
import type { PublicStatus } from './public-status'

/**
 * The one thing to do on a name's page, for this viewer at this time.
 *
 * Invariants:
 * - Every status × viewer has exactly one step: a sentence, and at most one date and one action.
 * - Where nothing can be done, the sentence says why, and the date when that changes if it is known.
 * - Whoever works for the programme is never led to apply or bid (R4.3).
 */
export type NextStep = {
  /** What the date stands for, or the fact where there is no date. */
  lead: string
  at?: Date
  /** What the date stands for once it has passed, where that is not plain. */
  past?: string
  action?: { text: string; href: string; look: 'primary' | 'live' | 'default' }
  sentence: string
}

/** Who is looking, as far as it matters here. `outcome` is set once decisions are released (R6.7). */
export type Viewer =
  | { kind: 'anyone' }
  | { kind: 'programme'; manages: boolean }
  | {
      kind: 'applicant'
      id: string
      reference: string
      state: ApplicationState
      outcome: DecisionOutcome | null
    }

export type Subject = {
  label: string
  status: PublicStatus
  withheldReason?: string | null
  /** The round that offers the name now. */
  offer?: Timetable & {
    lotId: string
    phase: number
    number: number
    suspended: boolean
    publicReason: string | null
    closesAt: Date | null
  }
  /** `award`: where the latest award of the name stands (R10). */
  result?: { paymentDueAt: Date; award: { rank: number; state: AwardState } | null } | undefined
}

const onOffer = { text: 'See the names on offer', href: '/labels?status=open', look: 'default' } as const

/** The step for this viewer. */
export function nextStep(subject: Subject, viewer: Viewer): NextStep {
  if (subject.offer?.suspended) return suspendedStep(subject.offer, viewer)
  return steps[subject.status](subject, viewer)
}

type Step = (subject: Subject, viewer: Viewer) => NextStep

const steps: Record<PublicStatus, Step> = {
  reserved: () => ({
    lead: 'Not on offer',
    action: onOffer,
    sentence: 'This name is in reserve. It may be released in a later phase; its page will say so.',
  }),
  withheld: ({ withheldReason }) => ({
    lead: 'Not on offer',
    action: onOffer,
    sentence: withheldReason ?? 'The registry keeps this name back.',
  }),
  before: () => ({
    lead: 'Not on offer',
    action: onOffer,
    sentence: 'This name was registered before the Programme began, so it is not in the pool.',
  }),
  released: ({ offer }) =>
    offer
      ? {
          lead: 'Applications open in',
          at: offer.applicationsOpenAt,
          action: seeRound(offer),
          sentence: 'You will need a branding plan and a sponsoring registrar. The settings are public now.',
        }
      : {
          lead: 'In no round yet',
          action: { text: 'See the rounds', href: '/rounds', look: 'default' },
          sentence: 'This name is released. The round that offers it will be announced here.',
        },
  open: openStep,
  review: (subject, viewer) => ({
    lead: 'Results of review in',
    at: subject.offer!.reviewResultsAt,
    action: ownApplication(viewer) ?? seeRound(subject.offer!),
    sentence:
      viewer.kind === 'applicant'
        ? `${viewer.reference} ${isIn(viewer.state) ? 'is under review' : wasLeft(viewer.state)}. All decisions of the round are released at once.`
        : 'Applications are closed. Every branding plan is being reviewed.',
  }),
  qualified: (subject, viewer) => ({
    lead: 'Bidding opens in',
    at: subject.offer!.biddingOpensAt,
    ...biddingSoon(subject.offer!, viewer),
  }),
  live: (subject, viewer) => ({
    lead: 'Bidding closes in',
    at: subject.offer!.closesAt ?? subject.offer!.biddingClosesAt,
    action: {
      text: mayBid(viewer) ? 'Enter the auction room' : 'Watch the auction',
      href: `/room/${subject.offer!.lotId}`,
      look: 'live',
    },
    sentence: mayBid(viewer)
      ? 'Your plan qualified, so you may bid until the close.'
      : 'Only applicants whose plan qualified may bid. Whoever is signed in may watch; the price stands here too.',
  }),
  closed: ({ offer }) => ({
    lead: 'Result expected in',
    at: offer!.resultsAt,
    action: seeRound(offer!),
    sentence: 'Bidding is closed. The result follows once the record has been replayed and found equal.',
  }),
  awarded: ({ label, result }) => ({ ...awardedLead(result), action: checkResult(label) }),
  allocated: ({ label }) => ({
    lead: 'Registered through an accredited registrar',
    action: checkResult(label),
    sentence: 'Anyone can check how it was decided.',
  }),
}

/** What an applicant may do with its application while the round accepts them. */
const ownWords: Record<ApplicationState, { text: string; sentence: string }> = {
  draft: { text: 'Continue your application', sentence: 'is a draft. Submit it before applications close.' },
  submitted: {
    text: 'See your application',
    sentence: 'is submitted. You may replace or withdraw it until applications close.',
  },
  withdrawn: {
    text: 'Take your application up again',
    sentence: 'is withdrawn. You can take it up again until applications close.',
  },
  'not-submitted': { text: 'See your application', sentence: 'was not submitted.' },
}

function openStep({ label, offer }: Subject, viewer: Viewer): NextStep {
  const close = { lead: 'Applications close in', at: offer!.applicationsCloseAt }
  if (viewer.kind === 'programme')
    return {
      ...close,
      action: viewer.manages
        ? { text: 'Manage this name', href: `/admin/labels/${label}`, look: 'default' }
        : seeRound(offer!),
      sentence: 'Whoever works for the programme cannot apply (R4.3).',
    }
  if (viewer.kind === 'applicant') {
    const { text, sentence } = ownWords[viewer.state]
    const action = { text, href: `/portal/applications/${viewer.id}`, look: 'primary' } as const
    return { ...close, action, sentence: `${viewer.reference} ${sentence}` }
  }
  return {
    ...close,
    action: {
      text: 'Start an application',
      href: `/portal/applications/new?lot=${offer!.lotId}`,
      look: 'primary',
    },
    sentence:
      'You need a branding plan, a sponsoring registrar and about two hours. Your draft is saved as you type.',
  }
}

function biddingSoon(
  offer: NonNullable<Subject['offer']>,
  viewer: Viewer,
): Pick<NextStep, 'action' | 'sentence'> {
  if (mayBid(viewer))
    return {
      action: { text: 'Enter the auction room', href: `/room/${offer.lotId}`, look: 'primary' },
      sentence: 'Your plan qualified. Your deposit sets how much you can bid.',
    }
  return {
    action: ownApplication(viewer) ?? seeRound(offer),
    sentence:
      viewer.kind === 'applicant'
        ? `${viewer.reference} does not take part in the bidding. The letter gives the reason.`
        : 'Only applicants whose plan qualified may bid. Anyone may watch.',
  }
}

function suspendedStep(offer: NonNullable<Subject['offer']>, viewer: Viewer): NextStep {
  const reason = offer.publicReason ?? 'The reason will be published with the round.'
  return {
    lead: 'This round stands still',
    action: seeRound(offer),
    sentence: viewer.kind === 'applicant' ? `${reason} ${viewer.reference} stays as it is.` : reason,
  }
}

function mayBid(viewer: Viewer): boolean {
  return viewer.kind === 'applicant' && viewer.state === 'submitted' && viewer.outcome === 'qualified'
}

function isIn(state: ApplicationState): boolean {
  return state === 'submitted'
}

function wasLeft(state: ApplicationState): string {
  if (state === 'withdrawn') return 'is withdrawn'
  return state === 'draft' ? 'is a draft' : 'was not submitted'
}

function ownApplication(viewer: Viewer): NextStep['action'] {
  if (viewer.kind !== 'applicant') return undefined
  return { text: 'See your application', href: `/portal/applications/${viewer.id}`, look: 'primary' }
}

function seeRound(round: { phase: number; number: number }): NonNullable<NextStep['action']> {
  return { text: `See round ${round.number}`, href: roundPath(round), look: 'default' }
}

function awardedLead(result: Subject['result']): Pick<NextStep, 'lead' | 'past' | 'at' | 'sentence'> {
  const award = result?.award
  const checkable = 'Anyone can check how it was decided.'
  if (award && !isActive(award.state))
    return {
      lead: 'The award ended',
      sentence: `The name goes to the next in order, or back to reserved when nobody is left. ${checkable}`,
    }
  if (award?.state === 'paid')
    return { lead: 'Paid', sentence: `Once it is registered, this page says Allocated. ${checkable}` }
  const sentence = `Once it is paid and registered, this page says Allocated. ${checkable}`
  if (award && award.rank > 0)
    return {
      lead: award.state === 'offered' ? 'Offered to the next in order' : 'Accepted, to be paid',
      sentence,
    }
  if (!result) return { lead: 'Awarded', sentence }
  return { lead: 'Payment due in', past: 'Payment was due', at: result.paymentDueAt, sentence }
}

function checkResult(label: string): NonNullable<NextStep['action']> {
  return { text: 'Check this result', href: `/results/${label}`, look: 'primary' }
}
