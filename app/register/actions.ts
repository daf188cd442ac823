'use server'

import { formAction } from '@/lib/form-action'
import { askForAccount, askForLetter } from './ask'

const text = (form: FormData, name: string) => String(form.get(name) ?? '')

export const sendRegistration = formAction(askForAccount, {
  input: (form) => ({
    email: text(form, 'email'),
    name: text(form, 'name'),
    password: text(form, 'password'),
    timeZone: text(form, 'timeZone'),
  }),
  next: () => '/register/sent',
})

export const sendLetterAgain = formAction(askForLetter, {
  input: (form) => ({ email: text(form, 'email') }),
  done: 'If an account of this address waits for its confirmation, a new link is on its way.',
})
