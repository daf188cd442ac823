'use server'

import { formAction } from '@/lib/form-action'
import { saveProfile } from './save-profile'

const text = (form: FormData, name: string) => String(form.get(name) ?? '')

export const sendProfile = formAction(saveProfile, {
  input: (form) => ({ name: text(form, 'name'), timeZone: text(form, 'timeZone') }),
})
