'use server'

import { formAction } from '@/lib/form-action'
import { changeOwnPassword } from './change'

const text = (form: FormData, name: string) => String(form.get(name) ?? '')

export const sendPasswordChange = formAction(changeOwnPassword, {
  input: (form) => ({ present: text(form, 'present'), password: text(form, 'password') }),
  done: 'Your password is changed. Your other sessions have ended.',
})
