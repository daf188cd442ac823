import { eq } from 'drizzle-orm'
import { database } from '@/db/client'
import {
  makeApplication,
  makeAttachment,
  makeRegistrar,
  makeSubmittedApplication,
} from '@/db/factories/applications'
import { approve } from '@/db/factories/approvals'
import { makeOpenLots } from '@/db/factories/auctions'
import { makeApplicant, makePerson } from '@/db/factories/people'
import { makeAssignment } from '@/db/factories/reviews'
import { makeReleasedLabel, makeRound } from '@/db/factories/rounds'
import { roles } from '@/db/schema/people'
import { phases, rounds } from '@/db/schema/rounds'
import { mailOutbox } from '@/db/schema/system'
import { nameRegistrar } from '@/domain/applications/name-registrar'
import { placeBid } from '@/domain/bids/place-bid'
import { withholdLabel } from '@/domain/labels/withhold-label'
import { inviteMember } from '@/domain/organisations/invite-member'
import { askQuestion } from '@/domain/questions/ask-question'
import { finaliseRound } from '@/domain/rounds/finalise-round'
import { requestSponsorship } from '@/domain/sponsorships/request-sponsorship'
import type { Person } from '@/lib/access/actor'
import type { Answer } from '@/lib/operation'
import { expectRoundToBe } from '../fixtures/let-time-pass'
import { linkInLetter } from '../fixtures/letters'

export type World = Awaited<ReturnType<typeof makeWorld>>
export type Who = keyof World['people']

/** One person of every kind and one thing of every kind, each belonging to the person who should see it. */
export async function makeWorld() {
  const { organisation, person: applicant } = await makeApplicant()
  const [reviewer, officer] = [
    await makePerson({ roles: ['reviewer'], email: `reader-${organisation.id.slice(-8)}@panel.example` }),
    await makePerson({ roles: ['programme-officer'] }),
  ]
  const people = {
    applicant,
    /** Owner of another organisation: signed in, entitled to much, to none of this. */
    stranger: (await makeApplicant()).person,
    /** An account and nothing else. */
    nobody: await makePerson(),
    registrar: await makePerson({ registrar: 9994 }),
    reviewer,
    officer,
    otherReviewer: await makePerson({ roles: ['reviewer'] }),
    chair: await makePerson({ roles: ['panel-chair'] }),
    finance: await makePerson({ roles: ['finance-officer'] }),
    custodian: await makePerson({ roles: ['custodian'] }),
    auditor: await makePerson({ roles: ['auditor'] }),
    administrator: await makePerson({ roles: ['administrator'] }),
  }
  const as = { organisation, person: applicant }
  const open = await makeRound({ state: 'applications' })
  const draft = await makeApplication({
    lotId: open.lots[0]!.id,
    applicant: as,
    drafts: 'all',
    sponsorship: 'none',
  })
  const sponsored = await makeApplication({ applicant: as, sponsorship: 'none', drafts: 'none' })
  const review = await makeRound({ state: 'review' })
  const submitted = await makeSubmittedApplication({ lotId: review.lots[0]!.id, applicant: as })
  const { fileId } = await makeAttachment(submitted)
  const { assignmentId } = await makeAssignment(submitted, { reviewer, values: [4, 3, null] })
  const waiting = await makeAssignment(await makeSubmittedApplication(), { reviewer })
  const auction = await makeOpenLots({ bidders: 2 })
  const { lotId, bidder, bidKey } = {
    lotId: auction.lots[0]!.id,
    bidder: auction.bidders[0]!.person,
    bidKey: 'a-bid-of-the-bidder',
  }
  must(await placeBid(bidder, { lotId, maxMinor: '150000' }, { idempotencyKey: bidKey }))
  const draftRound = await makeRound({ state: 'draft' })
  const { label } = await makeReleasedLabel()
  const reason = 'Kept back while its use is looked into.'
  const { approvalId } = must(await withholdLabel(officer, { labels: [label], reason }))
  const question = 'May a federation of clubs apply for a name?'
  const { questionId } = must(await askQuestion(applicant, { roundId: open.id, question }))
  const guest = `guest-${label}@people.example`
  must(await inviteMember(applicant, { organisationId: organisation.id, email: guest, role: 'editor' }))
  return {
    people: { ...people, bidder },
    organisation,
    approvalId,
    assignmentId,
    gateId: waiting.assignmentId,
    fileId,
    questionId,
    label,
    draft,
    submitted,
    sponsored,
    auction: { lotId, roundId: auction.round.id, bidKey },
    rounds: { open, review, draft: draftRound },
    roleId: await roleOf(reviewer),
    openRound: await numberOf(open.id),
    result: await makeResult(officer),
    sponsorship: await sponsorshipLink(sponsored, applicant),
    invitation: lastPart(await linkInLetter(guest, '/invitation/')),
    letterId: await letterTo(guest),
  }
}

function must<R>(answer: Answer<R>): R {
  if (!answer.ok) throw new Error(`${answer.error.code}: ${JSON.stringify(answer.error.fields ?? {})}`)
  return answer.value
}

const lastPart = (path: string) => path.split('/').at(-1)!

/** How the public pages name a round: `<phase>-<round>`. */
async function numberOf(roundId: string): Promise<string> {
  const [row] = await database()
    .select({ phase: phases.number, round: rounds.number })
    .from(rounds)
    .innerJoin(phases, eq(phases.id, rounds.phaseId))
    .where(eq(rounds.id, roundId))
  return `${row!.phase}-${row!.round}`
}

/** A result that was bought bid by bid, closed by the worker and made final by two officers. */
async function makeResult(officer: Person): Promise<{ lotId: string; label: string; roundId: string }> {
  const { lots, bidders, round } = await makeOpenLots({
    closesAt: new Date(Date.now() + 4000),
    softClose: none,
  })
  const lotId = lots[0]!.id
  for (const [index, maxMinor] of ['300000', '450000'].entries())
    must(await placeBid(bidders[index]!.person, { lotId, maxMinor }))
  await expectRoundToBe(round.id, 'closed')
  const second = await makePerson({ roles: ['programme-officer'] })
  must(await approve(await finaliseRound(officer, { roundId: round.id }), second))
  return { lotId, label: lots[0]!.label, roundId: round.id }
}

const none = { windowSeconds: 0, extendSeconds: 0, hardEnd: null }

/** The token of the link that the registrar of an application was sent. */
async function sponsorshipLink(application: { id: string }, applicant: Person): Promise<string> {
  const { ianaId } = await makeRegistrar()
  const contactEmail = `names-${ianaId}@registrar.example`
  const applicationId = application.id
  must(await nameRegistrar(applicant, { applicationId, registrarIanaId: ianaId }))
  must(await requestSponsorship(applicant, { applicationId, contactEmail }))
  return lastPart(await linkInLetter(contactEmail, '/registrar/sponsorship/'))
}

async function roleOf(person: Person): Promise<string> {
  const [row] = await database().select().from(roles).where(eq(roles.userId, person.userId))
  return row!.id
}

async function letterTo(address: string): Promise<string> {
  const [row] = await database().select().from(mailOutbox).where(eq(mailOutbox.to, address))
  return row!.id
}
