'use server'

import { invitePerson } from '@/domain/registrars/invite-person'
import { revokeRegistrarInvitation } from '@/domain/registrars/revoke-invitation'
import { setContact } from '@/domain/registrars/set-contact'
import { formAction } from '@/lib/form-action'

export const saveContact = formAction(setContact, {
  input: (form) => ({
    ianaId: Number(form.get('ianaId')),
    contactEmail: String(form.get('contactEmail') ?? '').trim(),
  }),
  done: 'Saved.',
})

export const invite = formAction(invitePerson, {
  input: (form) => ({ ianaId: Number(form.get('ianaId')), email: String(form.get('email') ?? '') }),
  done: 'Invited. The letter is on its way.',
})

export const takeBack = formAction(revokeRegistrarInvitation, {
  input: (form) => ({ invitationId: String(form.get('invitationId') ?? '') }),
  done: 'Taken back.',
})
