import { z } from 'zod'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { isSelf, lockAnyUser, setUserStatus } from './set-user-status'

/** Closes an account; its sessions stop at their next request. Refuses `thing.changed`, and to disable oneself. */
export const disableUser = operation('user.disable', {
  input: z.strictObject({ userId: z.string().max(60) }),
  subject: (tx, { userId }) => lockAnyUser(tx, userId),
  check({ actor, subject: user }) {
    if (isSelf(actor, user)) throw refuse('user.own-account')
    if (user.status === 'disabled') throw refuse('thing.changed')
  },
  run: ({ tx, at, subject: user }) => setUserStatus(tx, user, 'disabled', at),
})
