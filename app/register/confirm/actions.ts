'use server'

import { afterSignIn } from '@/app/sign-in/after-sign-in'
import { formAction } from '@/lib/form-action'
import { confirmAndSignIn } from './confirm'

export const sendConfirmation = formAction(confirmAndSignIn, {
  input: (form) => ({
    token: String(form.get('token') ?? ''),
    password: String(form.get('password') ?? ''),
  }),
  next: afterSignIn,
})
