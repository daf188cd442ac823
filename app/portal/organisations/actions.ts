'use server'

import { addMemberRole } from '@/domain/organisations/add-member-role'
import { changeOrganisation } from '@/domain/organisations/change-organisation'
import { createOrganisation } from '@/domain/organisations/create-organisation'
import { endMembership } from '@/domain/organisations/end-membership'
import { inviteMember } from '@/domain/organisations/invite-member'
import { revokeInvitation } from '@/domain/organisations/revoke-invitation'
import { formAction } from '@/lib/form-action'
import { sameSitePath } from '@/lib/same-site-path'
import { readOrganisation } from './read-form'

const text = (form: FormData, name: string) => String(form.get(name) ?? '')

export const sendNewOrganisation = formAction(createOrganisation, {
  input: readOrganisation,
  next: ({ organisationId }, form) => {
    const next = sameSitePath(form.get('next'))
    return next === '/' ? `/portal/organisations/${organisationId}` : next
  },
})

export const sendOrganisation = formAction(changeOrganisation, {
  input: (form) => ({
    ...readOrganisation(form),
    organisationId: text(form, 'organisationId'),
    version: text(form, 'version'),
  }),
})

export const sendInvitation = formAction(inviteMember, {
  input: (form) => ({
    organisationId: text(form, 'organisationId'),
    email: text(form, 'email'),
    role: text(form, 'role'),
  }),
  done: 'The invitation is on its way. It works for seven days.',
})

export const takeInvitationBack = formAction(revokeInvitation, {
  input: (form) => ({ invitationId: text(form, 'invitationId') }),
  done: 'The invitation was taken back.',
})

export const sendRole = formAction(addMemberRole, {
  input: (form) => {
    const [userId, role] = text(form, 'member').split(' ')
    return { organisationId: text(form, 'organisationId'), userId: userId ?? '', role: role ?? '' }
  },
  done: 'Saved. It counts from their next request.',
})

export const endRole = formAction(endMembership, {
  input: (form) => ({
    organisationId: text(form, 'organisationId'),
    membershipId: text(form, 'membershipId'),
  }),
  done: 'Removed. It stops at their next request.',
})
