'use server'

import { nameAnotherRegistrar } from '@/domain/allocations/name-registrar'
import { formAction } from '@/lib/form-action'

const text = (form: FormData, name: string) => String(form.get(name) ?? '')

export const askAnother = formAction(nameAnotherRegistrar, {
  input: (form) => ({
    awardId: text(form, 'awardId'),
    registrarIanaId: Number(text(form, 'registrarIanaId')),
    contactEmail: text(form, 'contactEmail'),
  }),
  next: (_result, form) => `/portal/awards/${encodeURIComponent(text(form, 'awardId'))}/registrar?asked=1`,
})
