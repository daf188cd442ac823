'use server'

import { publishPromotion } from '@/domain/promotions/publish-promotion'
import { answerAppeal } from '@/domain/qpi-appeals/answer-appeal'
import { takeOver } from '@/domain/qpi-inputs/take-over'
import { publishModel } from '@/domain/qpi-models/publish-model'
import { addNote } from '@/domain/qpi-notes/add-note'
import { endStep } from '@/domain/qpi-notes/end-step'
import { computeScores } from '@/domain/qpi-scores/compute-scores'
import { formAction } from '@/lib/form-action'
import { readModelFields } from './models/read-model-fields'

const text = (form: FormData, name: string) => String(form.get(name) ?? '')
const toApproval = ({ approvalId }: { approvalId: string }) => `/admin/approvals/${approvalId}`

export const compute = formAction(computeScores, {
  input: (form) => ({ period: text(form, 'period') }),
  next: (_result, form) => `/admin/qpi?period=${text(form, 'period')}`,
})

export const take = formAction(takeOver, {
  input: (form) => ({ fileId: text(form, 'fileId'), insteadOf: text(form, 'insteadOf') }),
  done: 'It counts now. Compute the month again to have scores from it.',
})

export const publish = formAction(publishModel, {
  input: (form) => ({
    version: text(form, 'version'),
    validFrom: text(form, 'validFrom'),
    placeholder: form.get('placeholder') === 'on',
    reason: text(form, 'reason'),
    content: readModelFields((name) => text(form, name)),
  }),
  next: toApproval,
})

export const promote = formAction(publishPromotion, {
  input: (form) => ({
    name: text(form, 'name'),
    baseline: text(form, 'baseline'),
    period: text(form, 'period'),
    opensOn: text(form, 'opensOn'),
    closesOn: text(form, 'closesOn'),
    terms: text(form, 'terms'),
  }),
  next: toApproval,
})

export const answer = formAction(answerAppeal, {
  input: (form) => ({
    appealId: text(form, 'appealId'),
    outcome: text(form, 'outcome'),
    answer: text(form, 'answer'),
  }),
  done: 'Answered. The registrar has a letter.',
})

export const note = formAction(addNote, {
  input: (form) => ({ kind: 'note', ianaId: Number(text(form, 'ianaId')), text: text(form, 'text') }),
  done: 'Kept.',
})

export const agreeStep = formAction(addNote, {
  input: (form) => ({
    kind: 'step',
    ianaId: Number(text(form, 'ianaId')),
    text: text(form, 'text'),
    dueOn: text(form, 'dueOn'),
  }),
  done: 'Added to the plan; the registrar sees it.',
})

export const finishStep = formAction(endStep, {
  input: (form) => ({ noteId: text(form, 'noteId'), outcome: text(form, 'outcome') }),
})
