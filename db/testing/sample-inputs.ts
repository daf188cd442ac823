import { randomBytes } from 'node:crypto'
import type { OperationName } from '@/lib/access/policy'

/**
 * The least that each operation reads as well-formed, about things that do not exist: whoever may call it gets past the
 * question of roles and no further.
 */
const PHRASE = 'seven slow herons above the weir'
const SENTENCE = 'A reason that everyone may read.'
const WALL_CLOCK = { local: '2031-03-03T10:00' }
const NOBODY = 'nobody@people.example'
const HEX = 'ab'.repeat(32)

const file = {
  storageKey: 'ab'.repeat(24),
  sha256: HEX,
  size: 1,
  mediaType: 'application/pdf',
  fileName: 'a.pdf',
}
const organisation = {
  legalName: 'Example Matrix (fictional)',
  country: 'US',
  kind: 'charity',
  registrationNumber: '1',
  address: '1 Example Street',
  publicContact: 'hello@matrix.example',
  website: '',
  beneficialOwners: [],
}
const browser = { userAgent: '', device: 'a device of the matrix' }
const sheet = { assignmentId: 'asg_none', planVersionId: 'pln_none', version: 1, scores: [] }
const labels = { labels: ['zz'], reason: SENTENCE }
const round = { roundId: 'rnd_none' }
const application = { applicationId: 'app_none' }

export const sampleInputs: Record<OperationName, unknown> = {
  'user.register': { email: NOBODY, name: 'Nobody', password: PHRASE, timeZone: '' },
  'user.verify-email': { token: 'none', password: PHRASE },
  'user.resend-verification': { email: NOBODY },
  'user.request-password-reset': { email: NOBODY },
  'user.reset-password': { token: 'none', password: PHRASE },
  'user.change-password': { present: PHRASE, password: PHRASE },
  'user.change-profile': { name: 'Somebody', timeZone: '' },
  'user.start-totp': {},
  'user.confirm-totp': { code: '000000' },
  'user.renew-recovery-codes': { code: '000000' },
  'user.remove-totp': { code: '000000' },
  'user.disable': { userId: 'usr_none' },
  'user.enable': { userId: 'usr_none' },
  'user.create-administrator': { email: NOBODY, name: 'Nobody' },
  'session.check-password': { email: NOBODY, password: PHRASE },
  'session.open': { ticket: 'none', browser },
  'session.open-demo': { email: NOBODY, browser },
  'session.step-up': { code: '000000' },
  'session.revoke': { sessionId: 'ses_none' },
  'session.revoke-all': {},
  'role.grant': { userId: 'usr_none', role: 'auditor', reason: SENTENCE },
  'role.revoke': { roleId: 'rol_none', reason: SENTENCE },
  'organisation.create': organisation,
  'organisation.change': { ...organisation, organisationId: 'org_none', version: 1 },
  'organisation.invite': { organisationId: 'org_none', email: NOBODY, role: 'editor' },
  'organisation.revoke-invitation': { invitationId: 'inv_none' },
  'organisation.accept-invitation': { token: 'none' },
  'organisation.add-role': { organisationId: 'org_none', userId: 'usr_none', role: 'editor' },
  'organisation.end-membership': { organisationId: 'org_none', membershipId: 'mem_none' },

  'label.release': { labels: ['zz'], basis: 'confusion-measures' },
  'label.withhold': labels,
  'label.restore': labels,
  'label.flag': { label: 'zz', reason: SENTENCE },
  'label.flag-changed': {},
  'label.clear-flag': { label: 'zz', reason: SENTENCE },
  'registrar.import': { source: 'matrix.csv', csv: 'ID,Name,Status,RDAP Base URL\n' },
  'registrar.set-contact': { ianaId: 1, contactEmail: '' },
  'registrar.invite': { ianaId: 1, email: NOBODY },
  'registrar.revoke-invitation': { invitationId: 'inv_none' },
  'registrar.accept-invitation': { token: 'none' },

  'phase.create': { name: 'A phase' },
  'phase.publish': { phaseId: 'pha_none' },
  'round.create': { phaseId: 'pha_none', name: 'A round', zone: 'UTC', applicationsOpenAt: WALL_CLOCK },
  'round.change': { ...round, version: 1 },
  'round.add-lots': { ...round, labels: ['zz'] },
  'round.remove-lot': { ...round, lotId: 'lot_none' },
  'practice.open': round,
  'practice.wipe': round,
  'award.accept': { awardId: 'awd_none', confirmed: true },
  'award.decline': { awardId: 'awd_none', confirmed: true },
  'award.lapse': { awardId: 'awd_none' },
  'award.extend': { awardId: 'awd_none', days: 3, reason: SENTENCE },
  'award.offer-next': { lotId: 'lot_none' },
  'round.dry-run': round,
  'round.approve': round,
  'round.suspend': { ...round, reason: SENTENCE },
  'round.resume': { ...round, reason: SENTENCE },
  'round.cancel': { ...round, reason: SENTENCE },
  'round.extend': { ...round, period: 'bidding', minutes: 5, reason: SENTENCE },
  'round.finalise': round,
  'round.announce': { ...round, text: SENTENCE },
  'round.advance': round,
  'round.postpone-bidding': round,
  'round.make-up-outage': round,
  'question.ask': { ...round, question: 'May a club of clubs apply for a name?' },
  'question.answer': {
    questionId: 'que_none',
    publishedQuestion: 'May a club of clubs apply?',
    answer: 'Yes.',
  },

  'application.start': { lotId: 'lot_none', organisationId: 'org_none' },
  'application.save-draft': { ...application, section: 'purpose', version: 0, content: {} },
  'application.name-registrar': { ...application, registrarIanaId: 1 },
  'application.attach-file': { ...application, title: 'A sketch', file },
  'application.remove-file': { ...application, attachmentId: 'att_none' },
  'application.submit': {
    ...application,
    checkedHash: HEX,
    rulesVersion: '1',
    accuracy: true,
    rules: true,
    government: true,
  },
  'application.withdraw': application,
  'sponsorship.request': application,
  'sponsorship.answer': { token: 'none', answer: 'confirm', name: 'Somebody' },
  /** A stored file is recorded once: another one each time. */
  get 'file.keep-evidence'() {
    return { file: { ...file, storageKey: randomBytes(24).toString('hex') } }
  },
  'deposit.record': {
    ...round,
    organisationId: 'org_none',
    kind: 'received',
    amount: '100.00',
    bankReference: 'REF 1',
    receivedOn: '2031-03-03',
  },

  'statement.record-figures': { quarter: '2013Q2', revenue: '1', increments: '1', source: 'A report' },
  'statement.change-settings': {
    basis: 'gross',
    commission: '',
    recognition: 'award',
    reason: SENTENCE,
  },
  'statement.freeze': { quarter: '2013Q2' },
  'proceeds.record-shares': {
    validFrom: '2031-03-03',
    parts: [{ name: 'All of it', share: '100' }],
    note: SENTENCE,
  },
  'statement.record-service-fee': { year: '2007', fee: '6.15', source: 'A list' },
  'review.assign': { ...application, reviewerId: 'usr_none' },
  'review.unassign': { ...application, reviewerId: 'usr_none' },
  'review.take-back': { ...round, reviewerId: 'usr_none', assignmentIds: ['asg_none'] },
  'review.decline': { assignmentId: 'asg_none', reason: SENTENCE },
  'review.declare-conflict': { assignmentId: 'asg_none', state: 'none', nature: '' },
  'payment.read-file': { fileName: 'statement.csv', content: 'ZGF0ZQ==' },
  'payment.count-file': { bankFileId: 'bnf_none' },
  'payment.record': {
    awardId: 'awd_none',
    amount: '100',
    bankReference: 'SWIFT 4711',
    receivedOn: '2026-01-15',
  },
  'payment.assign': { bankEntryId: 'bne_none', awardId: 'awd_none', reason: SENTENCE },
  'payment.refund': { organisationId: 'org_none', amount: '100', bankReference: 'SWIFT 4712' },
  'deposit.return': { ...round, bankReference: 'SWIFT 4713' },

  'review.save-draft': sheet,
  'review.restore-draft': { assignmentId: 'asg_none', version: 1, restore: 1 },
  'review.submit': sheet,
  'review.record-consensus': { ...application, criterion: 'quality', value: 3, reason: SENTENCE },
  'calibration.answer': { ...round, plan: 'tide-tables-1', scores: [] },
  'clarification.suggest': { assignmentId: 'asg_none', question: 'Who keeps the site running?' },
  'clarification.decline-suggestion': { suggestionId: 'sug_none', reason: SENTENCE },
  'clarification.ask': {
    ...application,
    question: 'Who keeps the site running?',
    due: WALL_CLOCK,
    suggestionId: null,
  },
  'clarification.answer': { clarificationId: 'cla_none', answer: 'We do.' },
  'decision.propose': { ...round, applicationIds: ['app_none'], outcome: 'qualified', reason: SENTENCE },
  'review.state-expertise': { levels: { health: 2 } },
  'review.tag-plan': { ...application, fields: ['health'] },
  'review.compute-assignment': { ...round, cap: 10, seed: 'spring' },
  'review.apply-assignment': { runId: 'arn_none' },
  'review.remind': round,
  'review.remark': { ...application, criterion: null, text: SENTENCE },
  'decision.release': round,
  'reconsideration.request': { ...application, grounds: SENTENCE },
  'reconsideration.decide': { ...application, outcome: 'upheld', reason: SENTENCE },

  'bid.place': { lotId: 'lot_none', maxMinor: '100' },
  'bid.place-by-phone': {
    lotId: 'lot_none',
    bidderId: 'bdr_none',
    bid: { maxMinor: '100' },
    callBack: SENTENCE,
  },
  'bidder.strike': { bidderId: 'bdr_none', reason: SENTENCE },
  'lot.open': { lotId: 'lot_none' },
  'lot.close': { lotId: 'lot_none' },
  'lot.step-clock': { lotId: 'lot_none' },

  'approval.withdraw': { approvalId: 'apr_none' },
  'approval.take-up': { approvalId: 'apr_none' },
  'notification.mark-read': { mailId: 'mail_none' },
  'notification.choose-delivery': { choices: {} },
  'notification.send-digest': { userId: 'usr_none' },
  'calendar.renew': {},
  'calendar.revoke': {},
  'mail.send': { mailId: 'mail_none' },
}
