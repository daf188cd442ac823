'use server'

import { formAction } from '@/lib/form-action'
import { afterSignIn } from './after-sign-in'
import { signInAsDemo, signInWithCode, signInWithPasskey, signInWithPassword } from './sign-in'

const text = (form: FormData, name: string) => String(form.get(name) ?? '')

export const sendPassword = formAction(signInWithPassword, {
  input: (form) => ({ email: text(form, 'email'), password: text(form, 'password') }),
  next: afterSignIn,
})

export const sendCode = formAction(signInWithCode, {
  input: (form) => ({ code: text(form, 'code') }),
  next: afterSignIn,
})

export const sendDemoPerson = formAction(signInAsDemo, {
  input: (form) => ({ email: text(form, 'email') }),
  next: afterSignIn,
})

export const sendPasskey = formAction(signInWithPasskey, {
  input: (form) => ({ answer: text(form, 'answer') }),
  next: afterSignIn,
})
