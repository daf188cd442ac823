'use server'

import { recordShares } from '@/domain/proceeds/record-shares'
import { changeSettings } from '@/domain/statements/change-settings'
import { freezeStatement } from '@/domain/statements/freeze-statement'
import { recordFigures } from '@/domain/statements/record-figures'
import { recordServiceFee } from '@/domain/statements/record-service-fee'
import { formAction } from '@/lib/form-action'
import { readParts } from './read-parts'

const text = (form: FormData, name: string) => String(form.get(name) ?? '')
const toApproval = ({ approvalId }: { approvalId: string }) => `/admin/approvals/${approvalId}`

export const record = formAction(recordFigures, {
  input: (form) => ({
    quarter: text(form, 'quarter'),
    revenue: text(form, 'revenue'),
    increments: text(form, 'increments'),
    csv: text(form, 'csv'),
    source: text(form, 'source'),
    replace: form.get('replace') === 'on',
  }),
  next: toApproval,
})

export const change = formAction(changeSettings, {
  input: (form) => ({
    basis: text(form, 'basis'),
    commission: text(form, 'commission'),
    recognition: text(form, 'recognition'),
    reason: text(form, 'reason'),
  }),
  next: toApproval,
})

export const freeze = formAction(freezeStatement, {
  input: (form) => ({ quarter: text(form, 'quarter') }),
  next: toApproval,
})

export const recordFee = formAction(recordServiceFee, {
  input: (form) => ({ year: text(form, 'year'), fee: text(form, 'fee'), source: text(form, 'source') }),
  next: toApproval,
})

export const recordSplit = formAction(recordShares, {
  input: (form) => ({ validFrom: text(form, 'validFrom'), parts: readParts(form), note: text(form, 'note') }),
  next: toApproval,
})
