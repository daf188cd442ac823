'use server'

import { applyAssignment } from '@/domain/assignments/apply-assignment'
import { computeAssignment } from '@/domain/assignments/compute-assignment'
import { fieldIds } from '@/domain/assignments/rules'
import { tagPlan } from '@/domain/assignments/tag-plan'
import { askClarification } from '@/domain/clarifications/ask-clarification'
import { declineSuggestion } from '@/domain/clarifications/decline-suggestion'
import { proposeDecisions } from '@/domain/decisions/propose-decisions'
import { releaseDecisions } from '@/domain/decisions/release-decisions'
import { decideReconsideration } from '@/domain/reconsiderations/decide-reconsideration'
import { assignReviewer } from '@/domain/reviews/assign-reviewer'
import { recordConsensus } from '@/domain/reviews/record-consensus'
import { takeBackPlans } from '@/domain/reviews/take-back-plans'
import { unassignReviewer } from '@/domain/reviews/unassign-reviewer'
import { formAction } from '@/lib/form-action'
import { readView, viewHref } from './narrow-plans'

const text = (form: FormData, name: string) => String(form.get(name) ?? '')
const toApproval = ({ approvalId }: { approvalId: string }) => `/admin/approvals/${approvalId}`
const reviewsOf = (form: FormData) => `/admin/rounds/${text(form, 'roundId')}/reviews`

/** The pressed button names the plan and the reviewer. */
function pairOf(form: FormData) {
  const [applicationId = '', reviewerId = ''] = text(form, 'pair').split(' ')
  return { applicationId, reviewerId }
}

/** The board as it was: the same part, search and page. */
function boardOf(form: FormData): string {
  const asked = { show: text(form, 'show'), find: text(form, 'find'), page: text(form, 'page') }
  const view = readView(asked, ['lacking'])
  return viewHref(`${reviewsOf(form)}/assignment`, view, { page: view.page })
}

export const assign = formAction(assignReviewer, {
  input: pairOf,
  next: (_result, form) => boardOf(form),
})

export const unassign = formAction(unassignReviewer, {
  input: pairOf,
  next: (_result, form) => boardOf(form),
})

export const askApplicant = formAction(askClarification, {
  input: (form) => ({
    applicationId: text(form, 'applicationId'),
    question: text(form, 'question'),
    due: { local: text(form, 'due.local'), choose: form.get('due.choose') ?? undefined },
    suggestionId: form.get('suggestionId') || null,
  }),
  next: ({ applicationId }, form) => `${reviewsOf(form)}/${applicationId}#clarifications`,
})

export const notAsked = formAction(declineSuggestion, {
  input: (form) => ({ suggestionId: text(form, 'suggestionId'), reason: text(form, 'reason') }),
  next: ({ applicationId }, form) => `${reviewsOf(form)}/${applicationId}#clarifications`,
})

export const takeBack = formAction(takeBackPlans, {
  input: (form) => ({
    roundId: text(form, 'roundId'),
    reviewerId: text(form, 'reviewerId'),
    assignmentIds: form.getAll('assignment').map(String),
  }),
  next: (_result, form) => `${reviewsOf(form)}/assignment?taken=1#compute`,
})

export const agree = formAction(recordConsensus, {
  input: (form) => {
    const value = text(form, 'value')
    return {
      applicationId: text(form, 'applicationId'),
      criterion: text(form, 'criterion'),
      value: value === 'stand' ? null : value === '' ? undefined : Number(value),
      reason: text(form, 'reason'),
    }
  },
  next: ({ applicationId }, form) => `${reviewsOf(form)}/${applicationId}`,
})

export const askToDecide = formAction(proposeDecisions, {
  input: (form) => ({
    roundId: text(form, 'roundId'),
    applicationIds: form.getAll('application').map(String),
    outcome: text(form, 'outcome'),
    reason: text(form, 'reason'),
  }),
  next: toApproval,
})

export const askToRelease = formAction(releaseDecisions, {
  input: (form) => ({ roundId: text(form, 'roundId') }),
  next: toApproval,
})

export const askToReconsider = formAction(decideReconsideration, {
  input: (form) => ({
    applicationId: text(form, 'applicationId'),
    outcome: text(form, 'outcome'),
    reason: text(form, 'reason'),
  }),
  next: toApproval,
})

export const compute = formAction(computeAssignment, {
  input: (form) => ({
    roundId: text(form, 'roundId'),
    cap: Number(text(form, 'cap') || Number.NaN),
    seed: text(form, 'seed'),
  }),
  // A new address each time, or the browser would only jump to the place.
  next: ({ runId }, form) => `${reviewsOf(form)}/assignment?computed=${runId}#computed`,
})

export const apply = formAction(applyAssignment, {
  input: (form) => ({ runId: text(form, 'runId') }),
  next: (_result, form) => `${reviewsOf(form)}/assignment?assigned=1`,
})

export const tag = formAction(tagPlan, {
  input: (form) => ({
    applicationId: text(form, 'applicationId'),
    fields: fieldIds.filter((field) => form.has(`field.${field}`)),
  }),
  done: 'The fields are saved.',
})
