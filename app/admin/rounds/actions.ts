'use server'

import { createPhase } from '@/domain/phases/create-phase'
import { publishPhase } from '@/domain/phases/publish-phase'
import { addLots } from '@/domain/rounds/add-lots'
import { announceInRound } from '@/domain/rounds/announce-in-round'
import { approveRound } from '@/domain/rounds/approve-round'
import { cancelRound } from '@/domain/rounds/cancel-round'
import { changeRound } from '@/domain/rounds/change-round'
import { createRound } from '@/domain/rounds/create-round'
import { dryRunRound } from '@/domain/rounds/dry-run-round'
import { extendRound } from '@/domain/rounds/extend-round'
import { removeLot } from '@/domain/rounds/remove-lot'
import { resumeRound } from '@/domain/rounds/resume-round'
import { suspendRound } from '@/domain/rounds/suspend-round'
import { formAction } from '@/lib/form-action'
import {
  cents,
  localTime,
  readReserves,
  readRubricForm,
  readRulesForm,
  readTimetableForm,
  scaled,
  target,
  text,
  whole,
} from './read-form'

const roundId = (form: FormData) => text(form, 'roundId')
const toApproval = ({ approvalId }: { approvalId: string }) => `/admin/approvals/${approvalId}`
const back = (part: string) => (result: { roundId: string }) =>
  `/admin/rounds/${result.roundId}/${part}?saved=yes`
const withReason = (form: FormData) => ({ roundId: roundId(form), reason: text(form, 'reason') })

export const addPhase = formAction(createPhase, {
  input: (form) => ({ name: text(form, 'name'), summary: text(form, 'summary') }),
  next: () => '/admin/phases',
})

export const showPhase = formAction(publishPhase, {
  input: (form) => ({ phaseId: text(form, 'phaseId') }),
  next: () => '/admin/phases',
})

export const draftRound = formAction(createRound, {
  input: (form) => ({
    phaseId: text(form, 'phaseId'),
    name: text(form, 'name'),
    summary: text(form, 'summary'),
    format: text(form, 'format'),
    zone: text(form, 'zone'),
    applicationsOpenAt: localTime(form, 'applicationsOpenAt'),
  }),
  next: (result) => `/admin/rounds/${result.roundId}/timetable`,
})

export const saveBasics = formAction(changeRound, {
  input: (form) => ({ ...target(form), name: text(form, 'name'), summary: text(form, 'summary') }),
  next: back('basics'),
})

export const saveTimetable = formAction(changeRound, {
  input: (form) => ({ ...target(form), timetable: readTimetableForm(form) }),
  next: back('timetable'),
})

export const saveReserves = formAction(changeRound, {
  input: (form) => ({ ...target(form), reserves: readReserves(form) }),
  next: back('lots'),
})

export const saveRubric = formAction(changeRound, {
  input: (form) => ({ ...target(form), settings: readRubricForm(form) }),
  next: back('rubric'),
})

export const saveRules = formAction(changeRound, {
  input: (form) => ({ ...target(form), settings: readRulesForm(form) }),
  next: back('settings'),
})

export const putIn = formAction(addLots, {
  input: (form) => ({
    roundId: roundId(form),
    labels: form.getAll('labels').map(String),
    reserveMinor: cents(form, 'reserveMinor'),
  }),
  next: (_result, form) => `/admin/rounds/${roundId(form)}/lots?saved=yes`,
})

export const takeOut = formAction(removeLot, {
  input: (form) => ({ roundId: roundId(form), lotId: text(form, 'lotId') }),
  next: (_result, form) => `/admin/rounds/${roundId(form)}/lots?saved=yes`,
})

export const runDry = formAction(dryRunRound, {
  input: (form) => ({ roundId: roundId(form), bidders: whole(form, 'bidders') }),
  next: (result) => `/admin/rounds/${result.roundId}/approval`,
})

export const askToApprove = formAction(approveRound, {
  input: (form) => ({ roundId: roundId(form) }),
  next: toApproval,
})

export const askToSuspend = formAction(suspendRound, { input: withReason, next: toApproval })
export const askToResume = formAction(resumeRound, { input: withReason, next: toApproval })
export const askToCancel = formAction(cancelRound, { input: withReason, next: toApproval })

export const askToExtend = formAction(extendRound, {
  input: (form) => ({
    ...withReason(form),
    period: text(form, 'period'),
    minutes: text(form, 'unit') === 'days' ? scaled(form, 'minutes', 1) * 1440 : whole(form, 'minutes'),
  }),
  next: toApproval,
})

export const announce = formAction(announceInRound, {
  input: (form) => ({ roundId: roundId(form), text: text(form, 'text') }),
  next: (result) => `/admin/rounds/${result.roundId}`,
})
