'use server'

import { nameRegistrar } from '@/domain/applications/name-registrar'
import { removeFile } from '@/domain/applications/remove-file'
import { startApplication } from '@/domain/applications/start-application'
import { submitApplication } from '@/domain/applications/submit-application'
import { withdrawApplication } from '@/domain/applications/withdraw-application'
import { answerClarification } from '@/domain/clarifications/answer-clarification'
import { saveDraft } from '@/domain/plans/save-draft'
import { requestReconsideration } from '@/domain/reconsiderations/request-reconsideration'
import { requestSponsorship } from '@/domain/sponsorships/request-sponsorship'
import { formAction } from '@/lib/form-action'
import { draftOfForm, nextOfSection } from './_parts/section-form-data'

const home = (applicationId: string) => `/portal/applications/${applicationId}`
const text = (form: FormData, name: string) => String(form.get(name) ?? '')

export const start = formAction(startApplication, {
  input: (form) => ({ lotId: text(form, 'lotId'), organisationId: text(form, 'organisationId') }),
  next: ({ applicationId }) => home(applicationId),
})

export const saveSection = formAction(saveDraft, { input: draftOfForm, next: nextOfSection })

export const chooseRegistrar = formAction(nameRegistrar, {
  input: (form) => ({
    applicationId: text(form, 'applicationId'),
    registrarIanaId: Number(form.get('registrarIanaId') ?? Number.NaN),
  }),
  next: ({ applicationId }) => `${home(applicationId)}/registrar`,
})

export const askRegistrar = formAction(requestSponsorship, {
  input: (form) => ({
    applicationId: text(form, 'applicationId'),
    contactEmail: text(form, 'contactEmail'),
  }),
  next: (_result, form) => `${home(text(form, 'applicationId'))}/registrar?asked=1`,
})

export const answerPanel = formAction(answerClarification, {
  input: (form) => ({ clarificationId: text(form, 'clarificationId'), answer: text(form, 'answer') }),
  next: ({ applicationId }) => `${home(applicationId)}/clarifications`,
})

export const removeAttachment = formAction(removeFile, {
  input: (form) => ({ applicationId: text(form, 'applicationId'), attachmentId: text(form, 'attachmentId') }),
  next: (_result, form) => `${home(text(form, 'applicationId'))}/attachments`,
})

export const submit = formAction(submitApplication, {
  input: (form) => ({
    applicationId: text(form, 'applicationId'),
    checkedHash: text(form, 'checkedHash'),
    rulesVersion: text(form, 'rulesVersion'),
    accuracy: form.has('accuracy'),
    rules: form.has('rules'),
    government: form.has('government'),
  }),
  next: ({ applicationId }) => `${home(applicationId)}/receipt?submitted=1`,
})

export const withdraw = formAction(withdrawApplication, {
  input: (form) => ({ applicationId: text(form, 'applicationId') }),
  next: ({ applicationId }) => home(applicationId),
})

export const askAgain = formAction(requestReconsideration, {
  input: (form) => ({ applicationId: text(form, 'applicationId'), grounds: text(form, 'grounds') }),
  next: ({ applicationId }) => home(applicationId),
})
