'use server'

import { fieldIds } from '@/domain/assignments/rules'
import { stateExpertise } from '@/domain/assignments/state-expertise'
import { statePosts } from '@/domain/assignments/state-posts'
import { answerCalibration } from '@/domain/calibrations/answer-calibration'
import { suggestClarification } from '@/domain/clarifications/suggest-clarification'
import { declareConflict } from '@/domain/reviews/declare-conflict'
import { declineAssignment } from '@/domain/reviews/decline-assignment'
import { restoreSheet } from '@/domain/reviews/restore-sheet'
import { readSheet } from '@/domain/reviews/rules'
import { formAction } from '@/lib/form-action'
import { saveOrSubmit } from './save-or-submit'

const text = (form: FormData, name: string) => String(form.get(name) ?? '')

export const answerConflict = formAction(declareConflict, {
  input: (form) => ({
    assignmentId: text(form, 'assignmentId'),
    state: text(form, 'state'),
    nature: text(form, 'nature'),
  }),
  next: ({ assignmentId, state }) => (state === 'none' ? `/review/${assignmentId}` : '/review?recused=yes'),
})

export const decline = formAction(declineAssignment, {
  input: (form) => ({ assignmentId: text(form, 'assignmentId'), reason: text(form, 'reason') }),
  next: () => '/review?declined=yes',
})

export const restore = formAction(restoreSheet, {
  input: (form) => ({
    assignmentId: text(form, 'assignmentId'),
    version: Number(form.get('version')),
    restore: Number(form.get('restore')),
  }),
  next: ({ assignmentId }) => `/review/${assignmentId}?pane=score`,
})

export const calibrate = formAction(answerCalibration, {
  input: (form) => ({ roundId: text(form, 'roundId'), plan: text(form, 'plan'), scores: readSheet(form) }),
  next: ({ roundId }, form) => `/review/calibration/${roundId}?given=${text(form, 'plan')}`,
})

export const suggest = formAction(suggestClarification, {
  input: (form) => ({ assignmentId: text(form, 'assignmentId'), question: text(form, 'question') }),
  next: ({ assignmentId }) => `/review/${assignmentId}/clarification`,
})

export const sendSheet = formAction(saveOrSubmit, {
  input: (form) => ({
    intent: text(form, 'intent'),
    sheet: {
      assignmentId: text(form, 'assignmentId'),
      planVersionId: text(form, 'planVersionId'),
      version: Number(form.get('version')),
      scores: readSheet(form),
    },
  }),
  next: (_result, form) => {
    const own = `/review/${text(form, 'assignmentId')}`
    if (text(form, 'intent') === 'submit') return `${own}?pane=score`
    return form.get('nextId') ? `/review/${text(form, 'nextId')}` : '/review'
  },
})

export const stateKnowledge = formAction(stateExpertise, {
  input: (form) => ({
    levels: Object.fromEntries(fieldIds.map((field) => [field, Number(text(form, `levels.${field}`))])),
  }),
  next: () => '/review/expertise?saved=1',
})

export const sayWhereYouWork = formAction(statePosts, {
  input: (form) => ({
    organisations: text(form, 'organisations')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  }),
  next: () => '/review/expertise?posts=1',
})
