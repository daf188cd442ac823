'use server'

import { formAction } from '@/lib/form-action'
import { renewOwnCalendar, revokeOwnCalendar } from './renew'

export const makeAddress = formAction(renewOwnCalendar, {
  input: () => ({}),
  done: 'Your new address is below. Copy it now.',
})

export const endAddress = formAction(revokeOwnCalendar, {
  input: () => ({}),
  done: 'The address no longer works.',
})
