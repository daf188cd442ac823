import type { Who, World } from './world'

/** A page or endpoint: who is let in, what stands in its parameters, and who must not learn that it exists. */
export type Door = {
  who: Who | 'anyone'
  /** Values of the parameters in its address. */
  at?: (world: World) => Record<string, string>
  search?: (world: World) => string
  /** Signed in, and not meant: for them it is as if it were not there. */
  strangers?: readonly Who[]
  /** It sends on to another page: there is nothing of its own to look at. */
  passes?: boolean
  /** What an endpoint is sent. */
  body?: (world: World) => unknown
}

const notStaff: readonly Who[] = ['applicant', 'nobody', 'registrar', 'reviewer', 'custodian']
const notTheirs: readonly Who[] = ['stranger', 'nobody', 'registrar', 'officer', 'reviewer', 'administrator']
const notAssigned: readonly Who[] = [
  'otherReviewer',
  'stranger',
  'applicant',
  'officer',
  'chair',
  'registrar',
]

const officer = (door: Partial<Door> = {}): Door => ({
  who: 'officer',
  strangers: [...notStaff, 'administrator'],
  ...door,
})
const inRound = officer({ at: ({ rounds }) => ({ roundId: rounds.draft.id }) })
const inRunningRound = officer({ at: ({ rounds }) => ({ roundId: rounds.review.id }) })
const administrator = (door: Partial<Door> = {}): Door => ({
  who: 'administrator',
  strangers: [...notStaff, 'officer', 'chair', 'finance'],
  ...door,
})
const finance = (door: Partial<Door> = {}): Door => ({
  who: 'finance',
  strangers: [...notStaff, 'chair', 'administrator'],
  ...door,
})
const account: Door = { who: 'applicant' }
const ofDraft: Door = {
  who: 'applicant',
  strangers: notTheirs,
  at: ({ draft }) => ({ applicationId: draft.id, section: 'purpose' }),
}
const ofSubmitted: Door = {
  ...ofDraft,
  at: ({ submitted }) => ({ applicationId: submitted.id }),
}
const ofReview: Door = {
  who: 'reviewer',
  strangers: notAssigned,
  at: ({ assignmentId }) => ({ assignmentId }),
}
const panel = (): Door => ({
  who: 'chair',
  strangers: [...notStaff, 'finance', 'administrator'],
  at: ({ rounds, submitted }) => ({ roundId: rounds.review.id, applicationId: submitted.id }),
})
const publicly = (at?: Door['at']): Door => ({ who: 'anyone', ...(at && { at }) })

/** Every page. A page without a line here fails the sweep. */
export const pages: Record<string, Door> = {
  '/': publicly(),
  '/labels': publicly(),
  '/labels/[label]': publicly(({ result }) => ({ label: result.label })),
  '/results': publicly(),
  '/results/[key]': publicly(({ result }) => ({ key: result.label })),
  '/rounds': publicly(),
  '/rounds/[round]': publicly(({ openRound }) => ({ round: openRound })),
  '/rules': publicly(),
  '/help': publicly(),
  '/help/accessibility': publicly(),
  '/help/confusing-use': publicly(),
  '/help/mail': publicly(),
  '/help/privacy': publicly(),
  '/data': publicly(),
  '/proceeds': publicly(),
  '/dev/mailbox': publicly(),
  '/dev/mailbox/[letterId]': publicly(({ letterId }) => ({ letterId })),
  '/sign-in': publicly(),
  '/sign-in/code': publicly(),
  '/register': publicly(),
  '/register/sent': publicly(),
  '/reset-password': publicly(),
  '/reset-password/done': publicly(),
  '/verify': publicly(),
  '/invitation/[token]': publicly(({ invitation }) => ({ token: invitation })),
  '/registrar/sponsorship/[token]': publicly(({ sponsorship }) => ({ token: sponsorship })),

  '/account': { ...account, passes: true },
  '/account/password': account,
  '/account/profile': account,
  '/account/second-factor': account,
  '/account/second-factor/codes': { ...account, passes: true },
  '/account/sessions': account,

  '/portal': { who: 'applicant' },
  '/portal/applications/new': {
    who: 'applicant',
    strangers: ['registrar', 'officer', 'reviewer'],
    search: ({ draft }) => `?lot=${draft.lotId}`,
  },
  '/portal/applications/[applicationId]': ofDraft,
  '/portal/applications/[applicationId]/attachments': ofDraft,
  '/portal/applications/[applicationId]/check': ofDraft,
  '/portal/applications/[applicationId]/history': ofSubmitted,
  '/portal/applications/[applicationId]/receipt': ofSubmitted,
  '/portal/applications/[applicationId]/registrar': ofDraft,
  '/portal/applications/[applicationId]/sections/[section]': ofDraft,
  '/portal/applications/[applicationId]/withdraw': ofDraft,
  '/portal/organisations': { who: 'applicant' },
  '/portal/organisations/new': { who: 'applicant' },
  '/portal/organisations/[organisationId]': {
    who: 'applicant',
    strangers: notTheirs,
    at: ({ organisation }) => ({ organisationId: organisation.id }),
  },
  '/portal/rounds/[roundId]/questions': {
    who: 'applicant',
    strangers: ['nobody', 'officer', 'registrar'],
    at: ({ rounds }) => ({ roundId: rounds.open.id }),
  },
  '/room/[lotId]': { who: 'bidder', at: ({ auction }) => ({ lotId: auction.lotId }) },

  '/review': { who: 'reviewer', strangers: ['applicant', 'nobody', 'officer', 'registrar'] },
  '/review/[assignmentId]': ofReview,
  '/review/[assignmentId]/conflict': { ...ofReview, at: ({ gateId }) => ({ assignmentId: gateId }) },

  '/admin': officer({ strangers: ['applicant', 'nobody', 'registrar'] }),
  '/admin/approvals': officer({ strangers: notStaff }),
  '/admin/approvals/[approvalId]': officer({
    strangers: [...notStaff, 'finance', 'chair', 'administrator'],
    at: ({ approvalId }) => ({ approvalId }),
  }),
  '/admin/audit': officer({ strangers: [...notStaff, 'finance', 'chair'] }),
  '/admin/people': administrator(),
  '/admin/people/[userId]': administrator({ at: ({ people }) => ({ userId: people.applicant.userId }) }),
  '/admin/people/[userId]/roles/[roleId]': administrator({
    at: ({ people, roleId }) => ({ userId: people.reviewer.userId, roleId }),
  }),
  '/admin/labels': officer(),
  '/admin/labels/[label]': officer({ at: ({ label }) => ({ label }) }),
  '/admin/labels/release': officer(),
  '/admin/labels/restore': officer(),
  '/admin/labels/withhold': officer(),
  '/admin/country-codes': officer(),
  '/admin/phases': officer(),
  '/admin/registrars': officer(),
  '/admin/registrars/[ianaId]': officer({
    at: ({ submitted }) => ({ ianaId: `${submitted.registrarIanaId}` }),
  }),
  '/admin/rounds': officer(),
  '/admin/rounds/new': officer(),
  '/admin/rounds/[roundId]': inRound,
  '/admin/rounds/[roundId]/announce': inRunningRound,
  '/admin/rounds/[roundId]/approval': inRound,
  '/admin/rounds/[roundId]/basics': inRound,
  '/admin/rounds/[roundId]/cancel': inRunningRound,
  '/admin/rounds/[roundId]/control': officer({ at: ({ auction }) => ({ roundId: auction.roundId }) }),
  '/admin/rounds/[roundId]/extend': officer({ at: ({ rounds }) => ({ roundId: rounds.open.id }) }),
  '/admin/rounds/[roundId]/lots': inRound,
  '/admin/rounds/[roundId]/questions': officer({ at: ({ rounds }) => ({ roundId: rounds.open.id }) }),
  '/admin/rounds/[roundId]/resume': inRunningRound,
  '/admin/rounds/[roundId]/reviews': panel(),
  '/admin/rounds/[roundId]/reviews/[applicationId]': panel(),
  '/admin/rounds/[roundId]/reviews/assignment': panel(),
  '/admin/rounds/[roundId]/reviews/decisions': panel(),
  '/admin/rounds/[roundId]/reviews/decisions/propose': panel(),
  '/admin/rounds/[roundId]/rubric': inRound,
  '/admin/rounds/[roundId]/settings': inRound,
  '/admin/rounds/[roundId]/suspend': inRunningRound,
  '/admin/rounds/[roundId]/timetable': inRound,
  '/admin/applications': officer(),
  '/admin/applications/[applicationId]': officer({
    at: ({ submitted }) => ({ applicationId: submitted.id }),
  }),
  '/admin/deposits': finance(),
  '/admin/deposits/[roundId]': finance({ at: ({ rounds }) => ({ roundId: rounds.review.id }) }),
}

const content = () => ({ version: 1, content: { purpose: 'Mine now.' } })
const lot: Door['at'] = ({ auction }) => ({ lotId: auction.lotId })
const result: Door['at'] = ({ result: { label } }) => ({ key: label })

/** Every endpoint that is not a page. */
export const endpoints: Record<string, Door> = {
  'GET /api/health': publicly(),
  'GET /api/time': publicly(),
  'GET /api/v1/keys': publicly(),
  'GET /api/v1/labels': publicly(),
  'GET /api/v1/results': publicly(),
  'GET /api/v1/results/[key]': publicly(result),
  'GET /api/v1/results/[key]/events': publicly(result),
  'GET /api/v1/results/[key]/prices': publicly(result),
  'GET /api/v1/rounds': publicly(),
  'GET /api/v1/rounds/[round]': publicly(({ openRound }) => ({ round: openRound })),
  'GET /rounds/[round]/calendar.ics': publicly(({ openRound }) => ({ round: openRound })),
  'GET /rounds/calendar.ics': publicly(),
  'GET /rules/text': publicly(),
  'GET /api/v1/lots/[lotId]': publicly(lot),
  'GET /api/v1/lots/[lotId]/prices.csv': publicly(lot),
  'GET /api/v1/lots/[lotId]/mine': { who: 'bidder', at: lot },
  'GET /api/v1/lots/[lotId]/receipts': {
    who: 'bidder',
    at: lot,
    strangers: ['stranger', 'nobody', 'officer'],
  },
  'GET /api/v1/lots/[lotId]/bids/[key]': {
    who: 'bidder',
    at: ({ auction }) => ({ lotId: auction.lotId, key: auction.bidKey }),
    strangers: ['stranger', 'nobody', 'officer'],
  },
  'POST /api/v1/lots/[lotId]/bids': {
    who: 'bidder',
    at: lot,
    strangers: ['stranger', 'nobody', 'officer', 'reviewer'],
    body: () => ({ maxMinor: '900000' }),
  },
  'GET /api/v1/applications/[applicationId]/sections/[section]': ofDraft,
  'PUT /api/v1/applications/[applicationId]/sections/[section]': { ...ofDraft, body: content },
  'GET /api/v1/files/[fileId]': {
    who: 'applicant',
    strangers: ['stranger', 'nobody', 'registrar', 'otherReviewer', 'administrator'],
    at: ({ fileId }) => ({ fileId }),
  },
  'GET /api/v1/reviews/[assignmentId]': ofReview,
  'PUT /api/v1/reviews/[assignmentId]': {
    ...ofReview,
    body: ({ submitted }) => ({
      version: 1,
      content: { planVersionId: submitted.planVersionId, scores: [] },
    }),
  },
}

/** Endpoints that other journeys try: signing in and out, uploads, the live stream, the footer's switches. */
export const triedElsewhere = [
  'GET /api/auth/[...nextauth]',
  'POST /api/auth/[...nextauth]',
  'GET /api/stream',
  'POST /api/v1/files',
  'POST /admin/registrars/import',
  'POST /sign-out',
  'POST /theme',
  'POST /zone',
]
