'use server'

import { clearFlag } from '@/domain/labels/clear-flag'
import { flagChanged } from '@/domain/labels/flag-changed-codes'
import { flagLabel } from '@/domain/labels/flag-label'
import { releaseLabel } from '@/domain/labels/release-label'
import { restoreLabel } from '@/domain/labels/restore-label'
import { withholdLabel } from '@/domain/labels/withhold-label'
import { formAction } from '@/lib/form-action'
import { readEvidence, readMeasures } from './read-evidence'

const text = (form: FormData, name: string) => String(form.get(name) ?? '')
const labelsAndReason = (form: FormData) => ({
  labels: form.getAll('labels').map(String),
  reason: text(form, 'reason'),
})
const labelAndReason = (form: FormData) => ({ label: text(form, 'label'), reason: text(form, 'reason') })
const toApproval = ({ approvalId }: { approvalId: string }) => `/admin/approvals/${approvalId}`

export const askToRelease = formAction(releaseLabel, {
  input: (form) => ({
    labels: form.getAll('labels').map(String),
    basis: text(form, 'basis'),
    note: text(form, 'note'),
    ...(text(form, 'basis') === 'confusion-measures' && { measures: readMeasures(form) }),
    evidence: readEvidence(form),
  }),
  next: toApproval,
})

export const askToWithhold = formAction(withholdLabel, { input: labelsAndReason, next: toApproval })

export const askToRestore = formAction(restoreLabel, { input: labelsAndReason, next: toApproval })

export const flag = formAction(flagLabel, {
  input: labelAndReason,
  next: ({ label }) => `/admin/labels/${label}`,
})

export const askToClearFlag = formAction(clearFlag, { input: labelAndReason, next: toApproval })

export const compareWithLists = formAction(flagChanged, {
  input: () => ({}),
  next: ({ flagged }) => `/admin/country-codes?flagged=${flagged.join('.')}&compared=yes`,
})
