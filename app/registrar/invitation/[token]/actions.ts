'use server'

import { acceptRegistrarInvitation } from '@/domain/registrars/accept-invitation'
import { formAction } from '@/lib/form-action'

export const sendAcceptance = formAction(acceptRegistrarInvitation, {
  input: (form) => ({ token: String(form.get('token') ?? '') }),
  next: () => '/registrar',
})
