import { z } from 'zod'
import { lockSelf } from '@/domain/users/read-user'
import { operation } from '@/lib/operation'
import { endSessions } from './end-sessions'

/** Ends every session of the person but the one that asks. */
export const revokeAllSessions = operation('session.revoke-all', {
  input: z.strictObject({}),
  subject: (tx, _input, actor) => lockSelf(tx, actor),
  async run({ tx, at, actor, subject: user }) {
    const except = actor.kind === 'person' ? actor.sessionId : undefined
    const ended = await endSessions(tx, user.id, at, except ? { except } : {})
    return { result: { ended }, audit: { object: user.pseudonym, facts: { ended } } }
  },
})
