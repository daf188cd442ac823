'use server'

import { setContact } from '@/domain/registrars/set-contact'
import { formAction } from '@/lib/form-action'

export const saveContact = formAction(setContact, {
  input: (form) => ({
    ianaId: Number(form.get('ianaId')),
    contactEmail: String(form.get('contactEmail') ?? '').trim(),
  }),
  done: 'Saved.',
})
