import type { PirRole } from '@/db/schema/people'
import type { Actor } from './actor'

/**
 * May this role? — the whole answer, in one table. Which things exist for the actor is the SQL scope's question,
 * whether now is the moment is `rules.ts`'s. One name is the permission, the audit entry and the test block.
 *
 * `owner`, `editor` and `bidder` mean: of some organisation; the scope narrows it to the right one.
 * PIR roles and bidders count only with the second factor (R16.4), and so do the owners who make bidders or end them.
 * An administrator appears beside people and settings, never beside a programme decision (R16.1, R16.2); an auditor
 * never in this table of writes.
 */
export type Who = 'anyone' | 'signed-in' | 'owner' | 'editor' | 'bidder' | 'registrar' | 'system' | PirRole

/** `strong`: only with the second factor, whoever it is; what a stolen password alone must not undo or hand on. */
type Rule = { by: readonly Who[]; second?: readonly Who[]; strong?: true }

const officers = ['programme-officer'] as const

export const policy = {
  // People
  'user.register': { by: ['anyone'] },
  'user.verify-email': { by: ['anyone'] },
  'user.resend-verification': { by: ['anyone'] },
  'user.request-password-reset': { by: ['anyone'] },
  'user.reset-password': { by: ['anyone'] },
  'user.change-password': { by: ['signed-in'] },
  'user.change-profile': { by: ['signed-in'] },
  'user.start-totp': { by: ['signed-in'] },
  'user.confirm-totp': { by: ['signed-in'] },
  'user.renew-recovery-codes': { by: ['signed-in'] },
  'user.remove-totp': { by: ['signed-in'] },
  'user.disable': { by: ['administrator'] },
  'user.enable': { by: ['administrator'] },
  'user.erase': { by: ['administrator'], second: officers },
  'user.create-administrator': { by: ['system'] },
  'session.check-password': { by: ['anyone'] },
  'session.open': { by: ['anyone'] },
  'session.open-demo': { by: ['anyone'] },
  'session.step-up': { by: ['signed-in'] },
  'session.open-by-passkey': { by: ['anyone'] },
  'session.confirm-by-passkey': { by: ['signed-in'] },
  'passkey.add': { by: ['signed-in'], strong: true },
  'passkey.remove': { by: ['signed-in'], strong: true },
  'session.revoke': { by: ['signed-in'] },
  'session.revoke-all': { by: ['signed-in'] },
  'role.grant': { by: ['administrator'], second: officers },
  'role.revoke': { by: ['administrator'] },
  'organisation.create': { by: ['signed-in'] },
  'organisation.change': { by: ['owner'] },
  'organisation.invite': { by: ['owner'], strong: true },
  'organisation.revoke-invitation': { by: ['owner'] },
  'organisation.accept-invitation': { by: ['signed-in'] },
  'organisation.add-role': { by: ['owner'], strong: true },
  'organisation.end-membership': { by: ['owner'], strong: true },

  // Labels
  'label.release': { by: officers, second: officers },
  'label.withhold': { by: officers, second: officers },
  'label.restore': { by: officers, second: officers },
  'label.flag': { by: officers },
  'label.flag-changed': { by: ['programme-officer', 'system'] },
  'label.clear-flag': { by: officers, second: officers },
  'registrar.import': { by: ['programme-officer', 'system'] },
  'registrar.set-contact': { by: officers },
  'registrar.invite': { by: officers },
  'registrar.revoke-invitation': { by: officers },
  'registrar.accept-invitation': { by: ['signed-in'] },

  // Phases and rounds
  'phase.create': { by: officers },
  'phase.publish': { by: officers },
  'round.create': { by: officers },
  'round.change': { by: officers },
  'round.add-lots': { by: officers },
  'round.remove-lot': { by: officers },
  'round.dry-run': { by: officers },
  'round.approve': { by: officers, second: officers },
  'round.suspend': { by: officers, second: officers },
  'round.resume': { by: officers, second: officers },
  'round.cancel': { by: officers, second: officers },
  'round.extend': { by: officers, second: officers },
  'round.finalise': { by: officers, second: officers },
  'round.announce': { by: officers },
  'round.advance': { by: ['system'] },
  'round.postpone-bidding': { by: ['system'] },
  'round.make-up-outage': { by: ['system'] },
  'question.ask': { by: ['owner', 'editor'] },
  'question.answer': { by: officers },

  // Applications
  'application.start': { by: ['owner', 'editor'] },
  'application.save-draft': { by: ['owner', 'editor'] },
  'application.name-registrar': { by: ['owner', 'editor'] },
  'application.attach-file': { by: ['owner', 'editor'] },
  'application.remove-file': { by: ['owner', 'editor'] },
  'application.submit': { by: ['owner'] },
  'application.withdraw': { by: ['owner'], strong: true },
  'sponsorship.request': { by: ['owner', 'editor'] },
  'sponsorship.answer': { by: ['anyone'] },
  'file.keep-evidence': { by: ['programme-officer', 'finance-officer'] },
  'deposit.record': { by: ['finance-officer'], second: ['finance-officer', 'programme-officer'] },

  // Country-code confusion
  'case.report': { by: ['anyone'] },
  'case.confirm': { by: ['anyone'] },
  'case.reply': { by: ['anyone'] },
  'case.answer': { by: ['owner', 'editor'] },
  'case.assign': { by: officers },
  'case.write': { by: officers },
  'case.add-note': { by: officers },
  'case.decide': { by: officers, second: officers },
  'case.remind': { by: ['system'] },
  'case.forget': { by: ['system'] },

  // Money under the agreement
  'statement.record-figures': { by: ['finance-officer'], second: ['finance-officer', 'programme-officer'] },
  'statement.change-settings': { by: ['finance-officer'], second: ['finance-officer', 'programme-officer'] },
  'statement.freeze': { by: ['finance-officer'], second: ['finance-officer', 'programme-officer'] },
  'proceeds.record-shares': { by: ['finance-officer'], second: ['finance-officer', 'programme-officer'] },
  'statement.record-service-fee': {
    by: ['finance-officer'],
    second: ['finance-officer', 'programme-officer'],
  },

  // Quality Performance Index
  'qpi-model.publish': { by: officers, second: officers },
  'qpi-file.read': { by: ['programme-officer', 'system'] },
  'qpi-file.take-over': { by: officers },
  'qpi-score.compute': { by: ['programme-officer', 'system'] },
  'qpi-appeal.make': { by: ['registrar'] },
  'qpi-appeal.answer': { by: officers },
  'qpi-note.add': { by: officers },
  'qpi-note.end-step': { by: officers },
  'promotion.publish': { by: officers, second: officers },
  'promotion.open': { by: ['system'] },

  // Settlement
  'payment.read-file': { by: ['finance-officer'] },
  'payment.count-file': { by: ['finance-officer'], second: ['finance-officer', 'programme-officer'] },
  'payment.record': { by: ['finance-officer'], second: ['finance-officer', 'programme-officer'] },
  'payment.assign': { by: ['finance-officer'], second: ['finance-officer', 'programme-officer'] },
  'payment.receive-online': { by: ['system'] },
  'payment.record-online-event': { by: ['system'] },
  'payment.refund': { by: ['finance-officer'], second: ['finance-officer', 'programme-officer'] },
  'payment.send-back': { by: ['finance-officer'], second: ['finance-officer', 'programme-officer'] },
  'deposit.assign-receipt': { by: ['finance-officer'], second: ['finance-officer', 'programme-officer'] },
  'deposit.return': { by: ['finance-officer'], second: ['finance-officer', 'programme-officer'] },

  // Review
  'review.assign': { by: ['panel-chair', 'programme-officer'] },
  'review.unassign': { by: ['panel-chair', 'programme-officer'] },
  'review.take-back': { by: ['panel-chair', 'programme-officer'] },
  'review.decline': { by: ['reviewer'] },
  'review.state-expertise': { by: ['reviewer'] },
  'review.state-posts': { by: ['reviewer'] },
  'review.tag-plan': { by: ['panel-chair', 'programme-officer'] },
  'review.compute-assignment': { by: ['panel-chair', 'programme-officer'] },
  'review.apply-assignment': { by: ['panel-chair', 'programme-officer'] },
  'review.declare-conflict': { by: ['reviewer'] },
  'review.save-draft': { by: ['reviewer'] },
  'review.restore-draft': { by: ['reviewer'] },
  'review.submit': { by: ['reviewer'] },
  'review.record-consensus': { by: ['panel-chair'] },
  'review.remark': { by: ['reviewer', 'panel-chair'] },
  'calibration.answer': { by: ['reviewer'] },
  'clarification.suggest': { by: ['reviewer'] },
  'clarification.decline-suggestion': { by: ['panel-chair', 'programme-officer'] },
  'clarification.ask': { by: ['panel-chair', 'programme-officer'] },
  'clarification.answer': { by: ['owner', 'editor'] },
  'review.remind': { by: ['system'] },
  'decision.propose': { by: ['panel-chair'], second: officers },
  'decision.release': { by: officers, second: officers },
  'reconsideration.request': { by: ['owner'] },
  'reconsideration.decide': { by: ['panel-chair', 'programme-officer'], second: officers },

  // Auction
  'bid.place': { by: ['bidder', 'system'] },
  'bid.place-by-phone': { by: officers, second: officers },
  'bidder.strike': { by: officers, second: officers },
  'lot.open': { by: ['system'] },
  'lot.close': { by: ['system'] },
  'lot.step-clock': { by: ['system'] },
  // Sealed bids
  'custodian.register-key': { by: ['custodian'] },
  'round-key.publish': { by: officers, second: officers },
  'share.prove': { by: ['custodian'] },
  'opening.begin': { by: officers, second: officers },
  'share.release': { by: ['custodian'] },
  'opening.open-bids': { by: ['system'] },
  'practice.open': { by: ['bidder'] },
  'practice.wipe': { by: ['system'] },

  // What reaches people and programs
  'notification.mark-read': { by: ['signed-in'] },
  'notification.choose-delivery': { by: ['signed-in'] },
  'notification.send-digest': { by: ['system'] },
  'webhook.create': { by: ['owner', 'registrar', 'administrator'], strong: true },
  'webhook.rotate-secret': { by: ['owner', 'registrar', 'administrator'], strong: true },
  'webhook.remove': { by: ['owner', 'registrar', 'administrator'], strong: true },
  'webhook.enable': { by: ['owner', 'registrar', 'administrator'] },
  'webhook.replay': { by: ['owner', 'registrar', 'administrator'] },
  'webhook.queue-events': { by: ['system'] },
  'webhook.claim': { by: ['system'] },
  'webhook.deliver': { by: ['system'] },
  'calendar.renew': { by: ['signed-in'] },
  'calendar.revoke': { by: ['signed-in'] },

  // Award
  'award.accept': { by: ['owner'], strong: true },
  'award.decline': { by: ['owner'], strong: true },
  'award.lapse': { by: ['system'] },
  'award.extend': { by: officers, second: officers },
  'award.offer-next': { by: officers, second: officers },
  // Allocation
  'token.issue': { by: ['system'] },
  'token.expire': { by: ['system'] },
  'token.reveal': { by: ['registrar'], strong: true },
  'token.reissue': { by: ['registrar', 'programme-officer'], strong: true },
  'allocation.name-registrar': { by: ['owner'], strong: true },
  'allocation.receive-report': { by: ['system'] },
  'allocation.confirm': { by: ['system'] },

  // Build-out
  'build-out.compile': { by: ['system'] },
  'build-out.agree': { by: ['owner'] },
  'build-out.fix': { by: officers, second: officers },
  'commitment.change': { by: officers },
  'commitment.advance': { by: ['system'] },
  'commitment.decide': { by: officers },
  'commitment.waive': { by: officers },
  'commitment.extend': { by: officers },
  'evidence.submit': { by: ['owner', 'editor'] },
  'evidence.record-check': { by: ['system'] },
  'evidence.check-again': { by: officers },
  'remedy.impose': { by: officers },
  'remedy.impose-grave': { by: officers, second: officers },
  'remedy.carry-out': { by: ['system'] },
  'appeal.make': { by: ['owner'] },
  'appeal.decide': { by: officers },
  'transfer.request': { by: ['owner'], strong: true },
  'transfer.agree': { by: ['owner'], strong: true },
  'transfer.approve': { by: officers, second: officers },
  'transfer.refuse': { by: officers },
  'transfer.look-up': { by: ['system'] },

  // The door itself
  'approval.withdraw': { by: ['signed-in'] },
  'approval.take-up': { by: ['signed-in'] },
  'mail.send': { by: ['system'] },
} as const satisfies Record<string, Rule>

export type OperationName = keyof typeof policy

/** Who may look. Absent actors see nothing, and nothing tells them that something is there. */
export const readPolicy = {
  'approvals.waiting': ['programme-officer', 'finance-officer', 'administrator', 'panel-chair', 'auditor'],
  'audit.read': ['auditor', 'administrator', 'programme-officer'],
  'people.read': ['administrator', 'auditor'],
  'labels.manage': ['programme-officer', 'auditor'],
  'rounds.manage': ['programme-officer', 'auditor', 'finance-officer', 'panel-chair'],
  'auctions.control': ['programme-officer', 'auditor'],
  'applications.own': ['owner', 'editor', 'bidder'],
  'applications.manage': ['programme-officer', 'panel-chair', 'auditor'],
  'reviews.own': ['reviewer'],
  'reviews.panel': ['panel-chair', 'programme-officer', 'auditor'],
  'files.read': ['signed-in'],
  'invoices.read': ['owner', 'editor', 'bidder', 'finance-officer', 'programme-officer', 'auditor'],
  'settlement.read': ['finance-officer', 'programme-officer', 'auditor'],
  'ledger.read': ['finance-officer', 'programme-officer', 'auditor'],
  'deposits.read': ['finance-officer', 'programme-officer', 'auditor'],
  'cases.manage': ['programme-officer', 'auditor'],
  'cases.own': ['owner', 'editor'],
  'transfers.own': ['owner'],
  'statements.read': ['finance-officer', 'programme-officer', 'auditor'],
  'awards.own': ['owner', 'editor', 'bidder'],
  'awards.manage': ['programme-officer', 'finance-officer', 'auditor'],
  'sealing.manage': ['programme-officer', 'auditor'],
  'sealing.own': ['custodian'],
  'room.enter': ['signed-in'],
  'account.own': ['signed-in'],
  'build-out.own': ['owner', 'editor', 'bidder'],
  'build-out.manage': ['programme-officer', 'auditor'],
  'qpi.manage': ['programme-officer', 'auditor'],
  'qpi.own': ['registrar'],
  'sponsorships.own': ['registrar'],
  'webhooks.own': ['owner', 'registrar', 'administrator'],
  'allocations.own': ['registrar'],
  'allocations.manage': ['programme-officer', 'finance-officer', 'auditor'],
} as const satisfies Record<string, readonly Who[]>

export type QueryName = keyof typeof readPolicy

export type Permission = 'yes' | 'second-factor-needed' | 'no'

/** Whether the actor's roles let it do `name`; with `'second'`, whether it may be the second person. */
export function may(actor: Actor, name: OperationName, as: 'first' | 'second' = 'first'): Permission {
  const rule: Rule = policy[name]
  return permits(actor, as === 'second' ? (rule.second ?? []) : rule.by, rule.strong)
}

/** Whether the actor may use a query. */
export function mayRead(actor: Actor, name: QueryName): Permission {
  return permits(actor, readPolicy[name])
}

function permits(actor: Actor, allowed: readonly Who[], strong = false): Permission {
  if (allowed.includes('anyone')) return 'yes'
  if (actor.kind === 'system') return allowed.includes('system') ? 'yes' : 'no'
  if (actor.kind === 'anyone') return 'no'
  const grounds = allowed.filter(
    (who) =>
      who === 'signed-in' ||
      actor.memberships.some((membership) => membership.role === who) ||
      (actor.roles as readonly string[]).includes(who),
  )
  if (grounds.length === 0) return 'no'
  return actor.assurance >= 2 || (!strong && grounds.some((who) => !needsSecondFactor(who)))
    ? 'yes'
    : 'second-factor-needed'
}

/** Strong sign-in is for PIR roles and bidders (R16.4); writing a plan or answering as a registrar is not behind it. */
function needsSecondFactor(who: Who): boolean {
  return !['signed-in', 'owner', 'editor', 'registrar'].includes(who)
}
