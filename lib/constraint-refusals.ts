import { type ErrorCode, Refusal } from '@/lib/errors'

/**
 * Named database constraints and the code a person reads when one of them has the last word.
 * Drizzle wraps the driver's error, so the chain of causes is walked.
 */
const constraintCodes: Record<string, ErrorCode> = {
  users_email_key: 'user.email-taken',
  lots_one_live_round_per_label: 'label.in-live-round',
  lots_round_label_key: 'lot.duplicate',
  lots_release_fk: 'label.not-released',
  lots_label_must_be_released: 'label.not-released',
  phases_number_key: 'phase.number-taken',
  rounds_phase_number_key: 'round.number-taken',
  applications_organisation_lot_key: 'application.exists',
  roles_active_key: 'role.held',
  roles_custodian_alone: 'role.custodian-alone',
  pir_never_acts_for_applicant: 'role.conflicts-with-applicant',
  memberships_active_key: 'organisation.member-exists',
  assignments_active_key: 'reviewer.assigned',
  calibration_answers_round_id_reviewer_id_plan_pk: 'calibration.answered',
  clarifications_suggestion_key: 'clarification.asked',
  declined_suggestions_pkey: 'clarification.declined',
  clarification_answers_pkey: 'clarification.answered',
  awards_one_active_per_lot: 'award.standing',
  awards_rank_key: 'award.standing',
  confusion_cases_number_key: 'thing.changed',
  statements_version_key: 'thing.changed',
  transfers_one_open: 'transfer.open',
  transfers_receiver_agrees: 'transfer.not-agreed',
  awards_change_hands_by_transfer: 'award.hands',
  evidence_checks_attempt_key: 'evidence.checked-already',
  build_outs_pkey: 'build-out.exists',
  appeals_pkey: 'appeal.made',
  approvals_pending_key: 'approval.pending',
  bank_files_sha256_key: 'payment.file-known',
  payments_reference_key: 'payment.recorded',
  payments_bank_entry_key: 'payment.assigned',
  ledger_transactions_cause_key: 'ledger.posted',
  opened_bids_after_unlock: 'opening.none',
  custodian_keys_recipient_key: 'custodian.key-known',
  custodian_keys_one_each: 'thing.changed',
  share_proofs_challenge_key: 'share.proven',
  round_keys_version_key: 'thing.changed',
  round_keys_recipient_key: 'sealing.other-round',
  rounds_sealed_need_four_proofs: 'round.no-proofs',
  ledger_entries_covered: 'ledger.overdrawn',
  qpi_files_sha256_key: 'qpi-file.known',
  qpi_take_overs_one_counts: 'thing.changed',
  qpi_runs_number_key: 'thing.changed',
  qpi_promotion_openings_pkey: 'promotion.open',
  qpi_appeals_one: 'qpi-appeal.made',
  qpi_appeal_answers_pkey: 'qpi-appeal.answered',
  qpi_step_ends_pkey: 'qpi-note.ended',
  qpi_promotions_published_before: 'promotion.opens-too-soon',
  qpi_models_pkey: 'thing.changed',
  qpi_models_validFrom_unique: 'thing.changed',
}

/** The refusal a database constraint stands for, or undefined when the error is not one of ours. */
export function refusalFromConstraint(error: unknown): Refusal | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const name = (cause as { constraint_name?: string }).constraint_name
    const code = name ? constraintCodes[name] : undefined
    if (code) return new Refusal(code)
  }
  return undefined
}
