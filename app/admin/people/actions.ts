'use server'

import { grantRole } from '@/domain/roles/grant-role'
import { revokeRole } from '@/domain/roles/revoke-role'
import { disableUser } from '@/domain/users/disable-user'
import { enableUser } from '@/domain/users/enable-user'
import { eraseUser } from '@/domain/users/erase-user'
import { formAction } from '@/lib/form-action'

const text = (form: FormData, name: string) => String(form.get(name) ?? '')

export const askForRole = formAction(grantRole, {
  input: (form) => ({
    userId: text(form, 'userId'),
    role: text(form, 'role'),
    registrarIanaId: text(form, 'registrarIanaId').trim() || undefined,
    reason: text(form, 'reason'),
  }),
  next: ({ approvalId }) => `/admin/approvals/${approvalId}`,
})

export const endRole = formAction(revokeRole, {
  input: (form) => ({ roleId: text(form, 'roleId'), reason: text(form, 'reason') }),
  next: (_result, form) => `/admin/people/${encodeURIComponent(text(form, 'userId'))}`,
})

const user = (form: FormData) => ({ userId: text(form, 'userId') })

export const disable = formAction(disableUser, { input: user, done: 'The account is disabled.' })
export const enable = formAction(enableUser, { input: user, done: 'The account can be used again.' })

export const askToErase = formAction(eraseUser, {
  input: user,
  next: ({ approvalId }) => `/admin/approvals/${approvalId}`,
})
