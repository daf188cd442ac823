'use server'

import { formAction } from '@/lib/form-action'
import { takeConfirmation, takeReply, takeReport } from './limits'

const text = (form: FormData, name: string) => String(form.get(name) ?? '')

export const sendReport = formAction(takeReport, {
  input: (form) => ({
    label: text(form, 'label'),
    capacity: text(form, 'capacity'),
    organisation: text(form, 'organisation'),
    name: text(form, 'name'),
    email: text(form, 'email'),
    url: text(form, 'url'),
    report: text(form, 'report'),
    trap: text(form, 'homepage'),
  }),
  next: () => '/help/confusing-use/sent',
})

export const confirm = formAction(takeConfirmation, {
  input: (form) => ({ token: text(form, 'token') }),
  next: ({ key }) => `/help/confusing-use/cases/${key}`,
})

export const reply = formAction(takeReply, {
  input: (form) => ({ key: text(form, 'key'), text: text(form, 'text') }),
  done: 'Sent. We read it with the case.',
})
