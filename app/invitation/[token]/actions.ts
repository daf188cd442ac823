'use server'

import { acceptInvitation } from '@/domain/organisations/accept-invitation'
import { formAction } from '@/lib/form-action'

export const sendAcceptance = formAction(acceptInvitation, {
  input: (form) => ({ token: String(form.get('token') ?? '') }),
  next: ({ organisationId }) => `/portal/organisations/${organisationId}`,
})
