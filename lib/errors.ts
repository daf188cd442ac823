import { agreementErrors } from './errors-of-agreement'
import { allocationErrors } from './errors-of-allocation'
import { qpiErrors } from './errors-of-qpi'
import { sealingErrors } from './errors-of-sealing'
import { signInErrors } from './errors-of-sign-in'
import { transcriptErrors } from './errors-of-transcript'

/**
 * One registry of everything the portal can refuse: `noun.problem` → HTTP status and public sentence.
 * A sentence may carry {placeholders}; they are filled from the refusal's details and shown to the person.
 * 404 is used for foreign and unknown things alike, so that a refusal never tells what exists.
 */
export const registry = {
  'input.invalid': [422, 'Some answers need your attention.'],
  'input.unreadable': [400, 'The request could not be read.'],
  'input.too-large': [413, 'The request is larger than allowed.'],
  'access.signed-out': [401, 'Sign in to continue.'],
  'access.denied': [404, 'There is nothing here for you.'],
  'access.second-factor-needed': [403, 'Confirm your sign-in with a code or a passkey first.'],
  'access.confirm-again': [403, 'Confirm afresh with a code or a passkey first.'],
  'access.wrong-origin': [403, 'The request did not come from this site.'],
  'thing.not-found': [404, 'There is nothing here for you.'],
  'thing.changed': [409, 'This was changed by someone else in the meantime. Look at it again.'],
  'request.repeated-differently': [422, 'This idempotency key was used before with other content.'],
  'request.key-missing': [400, 'The request needs an Idempotency-Key header of 8 to 100 characters.'],
  'request.wrong-method': [405, 'Nothing here answers to {method}.'],
  'request.too-many': [429, 'Too many attempts. Try again in {seconds} seconds.'],
  'server.busy': [503, 'The portal is busy. Nothing was done; try again in a moment.'],
  'server.outcome-unknown': [
    503,
    'We do not know yet whether this arrived. Look before you repeat it; under the same Idempotency-Key it counts once.',
  ],
  'server.failed': [500, 'Something went wrong on our side. Nothing was done.'],

  'approval.not-found': [404, 'There is nothing here for you.'],
  'approval.expired': [409, 'This request expired. It must be made again.'],
  'approval.own': [403, 'You cannot approve your own request. A second person is needed.'],
  'approval.decided': [409, 'This request was decided already.'],
  'approval.not-taken-up': [
    409,
    'Part of this request is shown to its second person alone. Take it up first.',
  ],
  'approval.taken-up': [409, 'Another person has taken this request up.'],
  'approval.changed': [409, 'What this request would act on has changed. It must be made again.'],
  'approval.mistyped': [422, 'Type {expected} to approve.'],
  'approval.pending': [409, 'The same request is waiting for a second person already.'],

  'label.not-a-label': [422, 'A name here is one or two characters of a–z and 0–9.'],
  'label.wrong-state': [409, '{label}.org is {state}, so this cannot be done now.'],
  'label.basis-not-allowed': [422, 'This basis does not fit the class and category of {label} (R2.1, R2.2).'],
  'label.evidence-missing': [422, 'File the evidence that this basis needs (R2.2).'],
  'label.measures-missing': [422, 'Say what the measures against confusion are (R13.1).'],
  'label.not-released': [409, '{label}.org has no approved release, so no round can contain it (R2.3).'],
  'label.flagged': [409, '{label}.org is flagged for review of its country-code status (R2.3).'],
  'label.in-live-round': [409, '{label}.org is in another live round (R3.1).'],
  'label.not-flagged': [409, '{label}.org is not flagged.'],

  'phase.number-taken': [409, 'A phase with this number exists.'],
  'round.wrong-state': [409, 'The round is {state}, so this cannot be done now.'],
  'round.not-ready': [409, 'The round is not ready: {reason}'],
  'round.no-dry-run': [
    409,
    'The round was not dry-run as it stands now. Run it with synthetic bidders first (R3.4).',
  ],
  'round.timetable': [422, 'The timetable is out of order.'],
  'round.frozen': [409, 'The settings of this round are frozen since its approval (R3.5).'],
  'round.changed-since': [409, 'The configuration changed after this request was made.'],
  'round.number-taken': [409, 'This phase has a round with this number.'],
  'round.boxes-opened': [
    409,
    'Sealed bids of this round were opened, so nobody can bid in it any more (R8.3).',
  ],
  'round.period-over': [409, 'This period is over, so it cannot be extended.'],
  'phase.published': [409, 'The phase is published already.'],
  'round.questions-closed': [409, 'Questions for this round closed at {at}.'],
  'lot.wrong-state': [409, 'Bidding on this name is {state}, so this cannot be done now.'],
  'lot.outage': [409, 'Bidding on this name was unavailable; its close moves first (R7.9).'],
  'round.nothing-to-wait-for': [409, 'Nothing keeps the bidding of this round from opening.'],
  'round.no-outage': [409, 'No outage that moves a close was measured in this round (R7.9).'],
  'lot.not-due': [409, 'This is not due before {at}.'],
  'bidder.already-struck': [409, 'This paddle was struck already.'],
  'lot.duplicate': [409, '{label}.org is in this round already.'],
  'award.no-registrar': [409, 'The application for {label}.org names no registrar.'],
  'award.not-due': [409, 'No deadline of this award has passed.'],
  'award.returned': [409, 'The name has gone back to reserved already.'],
  'award.not-confirmed': [422, 'Confirm what you have read first.'],
  'award.too-late': [409, 'This was to be answered before {at}.'],
  'award.standing': [409, 'Somebody has an award of this name that still stands.'],
  'build-out.exists': [409, 'The commitments of this award exist already.'],
  'build-out.ended': [409, 'This build-out is over, so this cannot be done any more.'],
  'build-out.not-settled': [409, 'The commitments are not agreed yet (R12.1).'],
  'build-out.settled': [409, 'The commitments are settled, so they cannot be changed or agreed again.'],
  'build-out.not-yet': [409, 'The registrant may agree until {at}. Only then can two officers fix them.'],
  'commitment.wrong-state': [409, 'This commitment is {state}, so this cannot be done now.'],
  'commitment.not-due': [409, 'Nothing is due for this commitment.'],
  'commitment.not-later': [422, 'The new date must be later than {at}.'],
  'evidence.wrong-kind': [422, 'This commitment is not proven that way. Choose one of the kinds it names.'],
  'evidence.too-many': [409, 'A commitment takes at most {most} pieces of evidence.'],
  'evidence.checked-already': [409, 'This look at the evidence was recorded already.'],
  'evidence.not-checkable': [409, 'A document is read by people; there is nothing the portal could look at.'],
  'remedy.wrong-rung': [409, 'The next step of the ladder is: {next}.'],
  'remedy.beyond': [409, 'This commitment leads no further than: {furthest}.'],
  'remedy.too-early': [409, 'The step before this one runs until {at}.'],
  'remedy.appeal-open': [409, 'The appeal against the step before this one is to be decided first.'],
  'remedy.not-due': [409, 'This revocation is not to be carried out now.'],
  'appeal.made': [409, 'This step was appealed against already. There is one appeal (R12.2).'],
  'appeal.closed': [409, 'An appeal against this step could be made until {at}.'],
  'appeal.not-standing': [409, 'This step does not stand any more.'],
  'appeal.decided': [409, 'This appeal was decided already.'],
  'appeal.own-step': [403, 'You took this step. Somebody else decides the appeal (R12.2).'],
  'transfer.commitments-open': [
    409,
    'The name cannot pass to another registrant before its commitments are closed, except with the sale of the organisation (R12.3).',
  ],
  'transfer.locked': [409, 'A transfer lock stands on this name (R12.2).'],
  'transfer.unknown-organisation': [422, 'There is no organisation with this id.'],
  'transfer.same-organisation': [422, 'This organisation holds the name already.'],
  'transfer.open': [409, 'A transfer of this name waits for a decision already.'],
  'transfer.not-agreed': [409, 'The organisation that takes over has not agreed yet.'],
  'transfer.agreed': [409, 'Your organisation has agreed already.'],
  'transfer.not-confirmed': [422, 'Confirm that you take the commitments over.'],
  'transfer.decided': [409, 'This transfer was decided already.'],
  'transfer.no-evidence': [422, 'Attach the document that shows the sale of the organisation.'],
  'transfer.not-allocated': [409, 'Only a name that is allocated can pass to another registrant.'],
  'award.hands': [409, 'A name changes hands only by an approved transfer (R12.3).'],
  'award.wrong-state': [409, 'This award is {state}, so this cannot be done now.'],
  'registrar.list-unreadable': [422, 'This is not the IANA list of registrar ids.'],

  'user.email-taken': [409, 'This address cannot be used.'],
  'user.administrator-exists': [409, 'There is an administrator already. They can grant the role to others.'],
  'user.own-account': [403, 'Another administrator does this for your own account.'],
  'user.email-invalid': [422, 'Enter an e-mail address such as name@example.org.'],
  ...signInErrors,
  'role.custodian-alone': [409, 'A custodian holds no other PIR role (R16.2).'],
  'role.conflicts-with-applicant': [
    409,
    'PIR staff, reviewers and custodians never act for an applicant in a live round (R4.3).',
  ],
  'role.own': [403, 'Nobody grants or approves a role for themselves.'],
  'role.last-administrator': [409, 'The portal keeps at least one administrator.'],
  'role.held': [409, 'This person holds the role already.'],
  'role.not-held': [409, 'This person does not hold the role.'],

  'organisation.last-owner': [409, 'An organisation keeps at least one owner.'],
  'organisation.member-exists': [409, 'This person has that role already.'],
  'invitation.invalid': [409, 'This invitation has expired, was used, or is for another address.'],

  'registrar.unknown': [422, 'No registrar has this IANA id.'],
  'registrar.not-accredited': [422, '{name} is not accredited at present, so it cannot sponsor (R4.2).'],
  'registrar.reserved-id': [422, 'IANA ids 9994 to 9999 cannot sponsor (R4.2).'],
  ...agreementErrors,
  ...allocationErrors,
  ...sealingErrors,
  ...transcriptErrors,
  ...qpiErrors,
  'sponsorship.own-address': [
    422,
    'This address is at your own organisation. Your registrar confirms from an address of its own.',
  ],
  'sponsorship.decided': [409, 'This request was answered already.'],

  'application.exists': [409, 'Your organisation has an application for {label}.org already.'],
  'application.closed': [409, 'Applications for this round closed at {at}.'],
  'application.not-open': [409, 'Applications for this round are not open.'],
  'application.incomplete': [422, 'Some tasks are not complete yet.'],
  'application.wrong-state': [409, 'The application is {state}, so this cannot be done now.'],
  'application.declaration-missing': [422, 'Confirm the declaration to submit.'],
  'draft.stale': [409, 'This was changed in another tab or by a colleague. Both texts are kept.'],
  'file.too-large': [413, 'The file is larger than 25 MB.'],
  'file.too-many': [409, 'An application holds at most 10 files.'],
  'file.quota': [
    409,
    'This application keeps as many files as it can. Removed ones count too, since they are kept as evidence.',
  ],
  'file.too-long': [422, 'The PDF has more than 300 pages. Shorten or split it.'],
  'file.packed': [422, 'The PDF unpacks to far more than its size. Print it to a new PDF and try again.'],
  'file.infected': [422, 'The scanner found malware in this file. It was not kept.'],
  'file.not-checked': [
    503,
    'Files cannot be scanned for malware at the moment. This one was not kept; try again in a few minutes.',
  ],
  'file.at-once': [429, 'Two of your files are being uploaded already. Wait until one of them is done.'],
  'file.missing': [422, 'Choose a file.'],
  'file.empty': [422, 'The file is empty.'],
  'file.wrong-type': [422, 'Use a PDF, PNG or JPEG. The content of this file is something else.'],
  'file.protected': [422, 'The PDF is protected by a password. Remove it and try again.'],
  'question.answered': [409, 'This question was answered already.'],

  'review.conflict-undeclared': [409, 'Say first whether you have a conflict of interest (R6.2).'],
  'review.conflicted': [404, 'There is nothing here for you.'],
  'review.incomplete': [
    422,
    'Each criterion needs a score or “not applicable”, and a written reason (R6.1).',
  ],
  'review.submitted': [409, 'This review was submitted. Submitted scores are not changed.'],
  'review.stale': [409, 'This review was changed in another tab. Both versions are kept.'],
  'review.plan-changed': [409, 'The plan has a newer version. Read it again before you go on.'],
  'review.closed': [409, 'The panel has decided on this plan. Reviews of it are closed.'],
  'review.citation-not-found': [
    422,
    'A passage you cite does not stand in this version of the plan. Take it out, or cite it again (R6.1).',
  ],
  'review.outstanding-changed': [
    409,
    'What this reviewer has still to submit has changed meanwhile. Look again before you take it back.',
  ],
  'review.outstanding': [409, 'Reviews of this plan that are not submitted yet: {count}.'],
  'assignment.infeasible': [409, '{why}'],
  'assignment.nothing': [409, 'Every plan that is not decided has its reviewers.'],
  'assignment.outdated': [
    409,
    'Plans, reviewers or conflicts have changed since this was computed. Compute it again.',
  ],
  'assignment.applied': [409, 'This assignment was applied already.'],
  'calibration.answered': [
    409,
    'You scored this calibration plan already. Reload the page for what comes next.',
  ],
  'calibration.missing': [409, 'Score the calibration plans of this round first.'],
  'clarification.declined': [409, 'It was decided already not to send this.'],
  'clarification.asked': [409, 'This was sent to the applicant already.'],
  'clarification.answered': [409, 'This question was answered already. An answer is not changed.'],
  'clarification.closed': [409, 'This question was to be answered before {at}. It takes no answer any more.'],
  'reminder.none': [409, 'Nobody is to be reminded now.'],
  'reviewer.conflicted': [409, 'This reviewer has a conflict with this application (R6.2).'],
  'reviewer.has-seen': [
    409,
    'This person can read the scores that others gave this plan, so a review of theirs would not be independent (R6.4).',
  ],
  'reviewer.assigned': [409, 'This reviewer is assigned already.'],
  'reviewer.not-a-reviewer': [409, 'This person is not a reviewer.'],
  'review.own-first': [409, 'Submit your own review first: until then reviews are independent (R6.4).'],
  'consensus.not-needed': [409, 'Scores on this criterion lie less than two apart (R6.6).'],
  'decision.not-ready': [409, 'Not every application of this round has a decision: {missing} missing.'],
  'decision.own-review': [403, 'Someone who reviewed this application cannot approve its decision (R6.7).'],
  'decision.conflicted': [
    403,
    'Someone with a conflict of interest cannot decide on this application (R6.2).',
  ],
  'decision.release-conflicted': [
    403,
    'You declared a conflict of interest with a plan of this round (R6.2). Its decisions are released by two programme officers without one; an administrator can appoint another.',
  ],
  'decision.reviews-missing': [
    409,
    '{label}.org needs {needed} submitted reviews before it is decided; it has {submitted} (R6.3).',
  ],
  'decision.undiscussed': [409, 'Scores of {label}.org lie two or more apart and must be discussed (R6.6).'],
  'decision.against-pass-line': [
    409,
    '{label}.org is {position} the pass line, so it is not {outcome} (R6.6).',
  ],
  'decision.wrong-outcome': [409, 'The application for {label}.org is {state}, so it is not {outcome}.'],
  'decision.released': [409, 'The decisions of this round are released.'],
  'reconsideration.nothing': [409, 'There is no released decision against this application.'],
  'reconsideration.too-late': [409, 'A reconsideration could be asked for until {until} (R6.7).'],
  'reconsideration.asked': [
    409,
    'A reconsideration was asked for already: there is one for each application.',
  ],
  'reconsideration.decided': [409, 'This request was decided already.'],
  'reconsideration.decided-before': [
    403,
    'Someone who took part in the first decision cannot decide on its reconsideration (R6.7).',
  ],
  'reconsideration.bidding-open': [
    409,
    'The round is {state}: an application can only be let into the bidding before it opens.',
  ],
  'reconsideration.not-reviewed': [
    409,
    'The applicant was found ineligible, so reviews that pass the line are needed before the plan can qualify.',
  ],

  'payment.file-unreadable': [
    422,
    'This is neither a camt.053 statement nor a CSV with the columns below, or it has more than 2,000 lines.',
  ],
  'payment.file-known': [409, 'This very file was read before. It is listed below.'],
  'payment.file-counted': [409, 'This file was counted already.'],
  'payment.nothing-new': [
    409,
    'Nothing in this file counts: every line was counted before or is no receipt.',
  ],
  'payment.recorded': [409, 'A payment with this reference and day is recorded for this award already.'],
  'payment.counted-by-file': [
    409,
    'A bank file has counted a receipt with this reference and amount already.',
  ],
  'payment.assigned': [409, 'This receipt was assigned already.'],
  'payment.no-invoice': [409, 'This award has no invoice: it was not accepted.'],
  'payment.wrong-currency': [422, 'This payment is not in US dollars.'],
  'payment.not-signed': [400, 'The signature of this message is not right, or it is too old.'],
  'payment.service-down': [
    503,
    'The payment service does not answer at the moment. Nothing was paid; try again.',
  ],
  'payment.over-credit': [409, 'The customer’s credit is {credit}.'],
  'deposit.nothing-to-return': [409, 'No deposit of this round is to be returned.'],
  'ledger.posted': [409, 'This was posted already; nothing counts twice.'],
  'ledger.overdrawn': [409, 'This would take more than there is. Look at the balance again.'],
  'webhook.too-many': [409, 'There are {most} webhooks already. Remove one first.'],
  'webhook.enabled': [409, 'This webhook is not disabled.'],
  'webhook.disabled': [409, 'This webhook is disabled. Enable it first.'],
  'webhook.waiting': [409, 'This is about to be sent anyway.'],
  'webhook.nothing-new': [409, 'There is nothing new for this webhook.'],
  'webhook.not-due': [409, 'This is not due yet.'],
  'digest.not-due': [409, 'No digest is due now.'],
  'deposit.too-large': [422, 'Enter an amount of at most US$100,000,000.00.'],
  'deposit.below-zero': [409, 'A correction cannot take a deposit below zero.'],
  'practice.not-now': [
    409,
    'Practice is open from the first application until bidding on the real names is over (R3.6).',
  ],
  'practice.running': [409, 'Your practice auction is still running.'],
  'practice.not-due': [409, 'A practice is wiped when it has been over for a while.'],
  'bid.below-minimum': [422, 'The least valid maximum is now {minimum}.'],
  'bid.below-reserve': [422, 'The reserve is {minimum}.'],
  'bid.over-limit': [422, 'This would take you over your bidding limit; {available} is left.'],
  'bid.closed': [409, 'Bidding on this name has closed.'],
  'bid.not-open': [409, 'Bidding on this name is not open.'],
  'bid.suspended': [409, 'Bidding is suspended: {reason}'],
  'bid.unknown-bidder': [404, 'There is nothing here for you.'],
  'bid.malformed-amount': [422, 'Give the amount as whole US cents, such as "1250000".'],
  'bid.wrong-form': [422, 'This auction takes {takes}.'],
  'bid.below-start': [422, 'A bid in this round is at least {minimum}.'],
  'bid.exited': [409, 'You left this auction in an earlier round, and that cannot be taken back.'],
  'bid.not-by-phone': [409, 'A sealed bid is not taken by telephone: nobody knows it before the opening.'],
  'bid.held': [403, 'Your second factor was recovered or replaced. You can bid again from {until}.'],
  'bid.struck': [409, 'Your paddle was struck from this round.'],
} as const satisfies Record<string, readonly [status: number, sentence: string]>

export type ErrorCode = keyof typeof registry

/** What a caller learns of a refusal. `fields` maps an input path to its sentence. */
export type PublicError = {
  code: ErrorCode
  status: number
  message: string
  fields?: Record<string, string>
  details?: Record<string, string | number>
}

/** Thrown inside an operation to refuse. The door rolls back, records the refusal and answers with it. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  constructor(
    readonly code: ErrorCode,
    readonly details: Record<string, string | number> = {},
    readonly fields?: Record<string, string>,
  ) {
    super(code)
  }
}

/** Shorthand that reads as a sentence: `throw refuse('round.wrong-state', { state })`. */
export function refuse(
  code: ErrorCode,
  details?: Record<string, string | number>,
  fields?: Record<string, string>,
): Refusal {
  return new Refusal(code, details, fields)
}

/** Fills a registry sentence and adds its status. */
export function toPublicError(refusal: Pick<Refusal, 'code' | 'details' | 'fields'>): PublicError {
  const [status, sentence] = registry[refusal.code]
  const message = sentence.replace(/\{(\w+)\}/g, (whole, key: string) =>
    String(refusal.details[key] ?? whole),
  )
  const hasDetails = Object.keys(refusal.details).length > 0
  return {
    code: refusal.code,
    status,
    message,
    ...(refusal.fields ? { fields: refusal.fields } : {}),
    ...(hasDetails ? { details: refusal.details } : {}),
  }
}

/** The sentence of a code that came back in an address; a code that is none of ours gets a general one. */
export function problemOf(code: string): string {
  const known = Object.hasOwn(registry, code) ? (code as ErrorCode) : 'server.failed'
  return toPublicError({ code: known, details: {} }).message
}
