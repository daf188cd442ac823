'use server'

import { changeCommitment } from '@/domain/commitments/change-commitment'
import { decideCommitment } from '@/domain/commitments/decide-commitment'
import { extendCommitment } from '@/domain/commitments/extend-commitment'
import { fixTerms } from '@/domain/commitments/fix-terms'
import { waiveCommitment } from '@/domain/commitments/waive-commitment'
import { checkAgain } from '@/domain/evidence/check-again'
import { decideAppeal } from '@/domain/remedies/decide-appeal'
import { imposeGraveRemedy } from '@/domain/remedies/impose-grave-remedy'
import { imposeRemedy } from '@/domain/remedies/impose-remedy'
import { approveTransfer } from '@/domain/transfers/approve-transfer'
import { refuseTransfer } from '@/domain/transfers/refuse-transfer'
import type { Waiting } from '@/lib/door/definition'
import { formAction } from '@/lib/form-action'

const text = (form: FormData, name: string) => String(form.get(name) ?? '')
const reasoned = (form: FormData) => ({
  commitmentId: text(form, 'commitmentId'),
  reason: text(form, 'reason'),
})
const asked = { next: ({ approvalId }: Waiting) => `/admin/approvals/${approvalId}` }

export const change = formAction(changeCommitment, {
  input: (form) => ({
    ...reasoned(form),
    milestone: text(form, 'milestone'),
    proof: text(form, 'proof'),
    proofKinds: form.getAll('proofKinds').map(String),
    dueOn: text(form, 'dueOn'),
    weightBp: text(form, 'weightBp'),
    remedy: text(form, 'remedy'),
  }),
  done: 'The wording is proposed. The owner sees it beside the plan.',
})
export const fix = formAction(fixTerms, {
  input: (form) => ({ awardId: text(form, 'awardId'), reason: text(form, 'reason') }),
  ...asked,
})
export const decide = formAction(decideCommitment, {
  input: (form) => ({ ...reasoned(form), decision: text(form, 'decision') }),
  done: 'Decided. The registrant is told.',
})
export const waive = formAction(waiveCommitment, {
  input: reasoned,
  done: 'Waived. The registrant is told.',
})
export const extend = formAction(extendCommitment, {
  input: (form) => ({ ...reasoned(form), dueOn: text(form, 'dueOn') }),
  done: 'Extended. The registrant is told.',
})
export const lookAgain = formAction(checkAgain, {
  input: (form) => ({ evidenceId: text(form, 'evidenceId') }),
  done: 'The portal looks again in a moment.',
})
export const impose = formAction(imposeRemedy, {
  input: (form) => ({
    ...reasoned(form),
    rung: text(form, 'rung'),
    conditions: text(form, 'conditions'),
  }),
  done: 'The step was taken. The registrant is told.',
})
export const imposeGrave = formAction(imposeGraveRemedy, {
  input: (form) => ({ ...reasoned(form), rung: text(form, 'rung') }),
  ...asked,
})
export const decideOnAppeal = formAction(decideAppeal, {
  input: (form) => ({
    remedyId: text(form, 'remedyId'),
    outcome: text(form, 'outcome'),
    reason: text(form, 'reason'),
  }),
  done: 'The appeal is decided. The registrant is told.',
})
const transfer = (form: FormData) => ({
  transferId: text(form, 'transferId'),
  reason: text(form, 'reason'),
})
export const letPass = formAction(approveTransfer, { input: transfer, ...asked })
export const keepBack = formAction(refuseTransfer, {
  input: transfer,
  done: 'Refused. The registrant is told.',
})
