'use server'

import { formAction } from '@/lib/form-action'
import { askForReset, chooseByLink } from './ask'

const text = (form: FormData, name: string) => String(form.get(name) ?? '')

export const sendAddress = formAction(askForReset, {
  input: (form) => ({ email: text(form, 'email') }),
  done: 'If there is an account of this address, a link is on its way. It works for 30 minutes.',
})

export const sendNewPassword = formAction(chooseByLink, {
  input: (form) => ({ token: text(form, 'token'), password: text(form, 'password') }),
  next: () => '/reset-password/done',
})
