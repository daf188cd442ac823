'use server'

import { reissueToken } from '@/domain/allocations/reissue-token'
import { formAction } from '@/lib/form-action'

export const reissue = formAction(reissueToken, {
  input: (form) => ({
    awardId: String(form.get('awardId') ?? ''),
    reason: String(form.get('reason') ?? ''),
  }),
  done: 'The old token has ended, and the registrar has a new one to take over.',
})
