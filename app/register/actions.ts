'use server'

import { formAction } from '@/lib/form-action'
import { sameSitePath, withNext } from '@/lib/same-site-path'
import { askForAccount, askForLetter } from './ask'

const text = (form: FormData, name: string) => String(form.get(name) ?? '')

export const sendRegistration = formAction(askForAccount, {
  input: (form) => ({
    email: text(form, 'email'),
    name: text(form, 'name'),
    password: text(form, 'password'),
    timeZone: text(form, 'timeZone'),
    next: sameSitePath(form.get('next')),
  }),
  next: (_result, form) => withNext('/register/sent', sameSitePath(form.get('next'))),
})

export const sendLetterAgain = formAction(askForLetter, {
  input: (form) => ({ email: text(form, 'email'), next: sameSitePath(form.get('next')) }),
  done: 'If an account of this address waits for its confirmation, a new link is on its way.',
})
