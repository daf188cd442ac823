import { z } from 'zod'
import { refuse } from '@/lib/errors'
import { operation } from '@/lib/operation'
import { lockAnyUser, setUserStatus } from './set-user-status'

/** Opens a disabled account again. Refuses `thing.changed`, `user.erased`. */
export const enableUser = operation('user.enable', {
  input: z.strictObject({ userId: z.string().max(60) }),
  subject: (tx, { userId }) => lockAnyUser(tx, userId),
  check({ subject: user }) {
    if (user.erasedAt) throw refuse('user.erased')
    if (user.status === 'active') throw refuse('thing.changed')
  },
  run: ({ tx, at, subject: user }) => setUserStatus(tx, user, 'active', at),
})
