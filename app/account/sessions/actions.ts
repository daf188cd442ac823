'use server'

import { revokeAllSessions } from '@/domain/sessions/revoke-all-sessions'
import { revokeSession } from '@/domain/sessions/revoke-session'
import { formAction } from '@/lib/form-action'

export const endSession = formAction(revokeSession, {
  input: (form) => ({ sessionId: String(form.get('sessionId') ?? '') }),
  done: 'That session has ended.',
})

export const endOtherSessions = formAction(revokeAllSessions, {
  input: () => ({}),
  done: 'All other sessions have ended.',
})
