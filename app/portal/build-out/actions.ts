'use server'

import { agreeTerms } from '@/domain/commitments/agree-terms'
import { submitEvidence } from '@/domain/evidence/submit-evidence'
import { appealRemedy } from '@/domain/remedies/appeal-remedy'
import { requestTransfer } from '@/domain/transfers/request-transfer'
import { formAction } from '@/lib/form-action'

const text = (form: FormData, name: string) => String(form.get(name) ?? '')

export const agree = formAction(agreeTerms, {
  input: (form) => ({
    awardId: text(form, 'awardId'),
    version: text(form, 'version'),
    agreed: form.get('agreed') ?? undefined,
  }),
  done: 'You have agreed. The commitments run from now on.',
})

export const submit = formAction(submitEvidence, {
  input: (form) => ({
    commitmentId: text(form, 'commitmentId'),
    kind: text(form, 'kind'),
    target: text(form, 'target'),
    note: text(form, 'note'),
  }),
  done: 'The evidence was submitted. The portal looks at it, then an officer decides.',
})

export const appeal = formAction(appealRemedy, {
  input: (form) => ({ remedyId: text(form, 'remedyId'), grounds: text(form, 'grounds') }),
  done: 'Your appeal was received. Somebody else than who took the step decides it.',
})

export const askTransfer = formAction(requestTransfer, {
  input: (form) => ({
    awardId: text(form, 'awardId'),
    toOrganisationId: text(form, 'toOrganisationId'),
    ground: 'other',
    statement: text(form, 'statement'),
  }),
  next: ({ awardId }) => `/portal/build-out/${awardId}`,
})
