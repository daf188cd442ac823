'use server'

import { agreeTransfer } from '@/domain/transfers/agree-transfer'
import { formAction } from '@/lib/form-action'

export const agree = formAction(agreeTransfer, {
  input: (form) => ({
    transferId: String(form.get('transferId') ?? ''),
    confirmed: form.has('confirmed'),
  }),
  done: 'You have agreed. Two officers decide now.',
})
